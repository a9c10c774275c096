package io.haetae.grading;

import io.haetae.kernel.Refusal;
import io.haetae.kernel.Zones;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Months as people write them, such as {@code 2026-10}. */
final class Months {

    private Months() {}

    /** The month meant; the present one when none is said. Refuses (422) what is no month. */
    static YearMonth read(String pointer, @Nullable String text, Instant now) {
        if (text == null || text.isBlank()) {
            return YearMonth.from(now.atZone(Zones.SEOUL));
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.field(pointer, "invalid", text);
        }
    }
}
