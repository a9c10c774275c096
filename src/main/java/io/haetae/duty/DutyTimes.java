package io.haetae.duty;

import io.haetae.kernel.Zones;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Times in messages, the same in both languages. */
final class DutyTimes {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Zones.SEOUL);

    private DutyTimes() {}

    static String shown(Instant at) {
        return MINUTE.format(at);
    }
}
