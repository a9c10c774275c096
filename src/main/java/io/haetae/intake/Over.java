package io.haetae.intake;

import io.haetae.intake.Reading.Signal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a post says about one alert that is over. */
record Over(
        Signal signal,
        @Nullable KnownSystem system,
        @Nullable Integer severity,
        Instant endedAt) {

    /** When it ended, by its source; a source whose clock is ahead, or that does not say, ends it now. */
    static Instant ended(Signal signal, Instant now) {
        Instant said = signal.endsAt();
        return said == null || said.isAfter(now) ? now : said;
    }

    /** As an alert that never came. */
    Arrival asArrival() {
        return Arrival.notCome(signal, system, severity, Objects.requireNonNull(signal.startsAt()));
    }
}
