package io.haetae.grading.consolidation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.register.ServiceSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one year of a system; null is unknown. For the figures see {@link UseStatement}.
 *
 * @param availability measured, in percent, over the time in which the system was in use; null when it was not
 * @param inUse when it was in use for a part of the year only, from when until when; null when for all or none of it
 * @param by who said it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UseYear(
        int year,
        @Nullable Long users,
        @Nullable Long transactions,
        @Nullable Long costWon,
        @Nullable BigDecimal satisfaction,
        @Nullable Long responseMillis,
        @Nullable BigDecimal availability,
        @Nullable ServiceSpan inUse,
        @Nullable String source,
        @Nullable LocalDate measuredOn,
        @Nullable String by,
        @Nullable Instant at) {

    /** A year of which nobody has said anything. */
    static UseYear unknown(int year) {
        return new UseYear(year, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** With what was measured over the time in which the system was in use. */
    UseYear measured(@Nullable BigDecimal percent, ServiceSpan span) {
        return new UseYear(
                year,
                users,
                transactions,
                costWon,
                satisfaction,
                responseMillis,
                percent,
                span.partOf(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
                source,
                measuredOn,
                by,
                at);
    }

    /** Cost of one use in KRW: by transactions, by users where those are unknown; null when it cannot be said. */
    public @Nullable BigDecimal costPerUse() {
        Long uses = transactions == null ? users : transactions;
        if (costWon == null || uses == null || uses == 0) {
            return null;
        }
        return BigDecimal.valueOf(costWon).divide(BigDecimal.valueOf(uses), 2, RoundingMode.HALF_UP);
    }
}
