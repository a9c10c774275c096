package io.haetae.crisis;

import io.haetae.kernel.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads "as of when" from a query. */
final class AsOfQuery {

    private AsOfQuery() {}

    /** The instant asked for, null when none was; refuses (422) what is no time with an offset. */
    static @Nullable Instant time(@Nullable String asOf) {
        if (asOf == null || asOf.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(asOf.strip()).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.field("/asOf", "wrong-format", asOf);
        }
    }

    static Instant timeOr(@Nullable String asOf, Instant now) {
        return Objects.requireNonNullElse(time(asOf), now);
    }
}
