package io.haetae.deadline;

import io.haetae.kernel.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a term stands still (행정절차법 제16조).
 *
 * @param from when it began to stand still
 * @param until when it ran again, null while it still stands
 */
public record Pause(Instant from, @Nullable Instant until) {

    public Pause {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a pause cannot end at " + until + " before it begins at " + from);
        }
    }

    /** Whether the term still stands. */
    public boolean isOpen() {
        return until == null;
    }

    /** Every day on which the term stood still for any part; a day so touched is not counted against anyone. */
    Stream<LocalDate> days() {
        if (until == null || until.equals(from)) {
            return Stream.empty();
        }
        LocalDate last = LocalDate.ofInstant(until.minusNanos(1), Zones.SEOUL);
        return LocalDate.ofInstant(from, Zones.SEOUL).datesUntil(last.plusDays(1));
    }
}
