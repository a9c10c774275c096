package io.haetae.duty;

import io.haetae.kernel.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A time in a query. */
final class AskedTime {

    private AskedTime() {}

    static @Nullable Instant read(String pointer, @Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.field(pointer, "wrong-format", text);
        }
    }
}
