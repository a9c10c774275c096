package io.haetae.grading.campaign;

import io.haetae.kernel.Zones;
import java.time.Instant;
import java.time.LocalDate;

/** A due time as the day that people read. */
final class Day {

    private Day() {}

    static LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, Zones.SEOUL);
    }
}
