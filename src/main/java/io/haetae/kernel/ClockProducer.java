package io.haetae.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one source of time. A verb reads it once and passes the instant down; tests replace it by a movable one. */
@ApplicationScoped
class ClockProducer {

    /** PostgreSQL keeps microseconds; a finer clock would make a stored instant differ from the one in memory. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
