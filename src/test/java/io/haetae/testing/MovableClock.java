package io.haetae.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of every test: it stands still until a test moves it. */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClock extends Clock {

    /** Where a test begins unless it says otherwise: a Monday morning in Seoul. */
    public static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    /** Moves the clock to an instant, forwards or backwards. */
    public void setTo(Instant instant) {
        now = instant;
    }

    /** Moves the clock on. */
    public void advance(Duration by) {
        now = now.plus(by);
    }
}
