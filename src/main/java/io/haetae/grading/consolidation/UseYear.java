package io.haetae.grading.consolidation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one year of a system; null is unknown. For the figures see {@link UseStatement}.
 *
 * @param availability measured, in percent
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
        @Nullable String source,
        @Nullable LocalDate measuredOn,
        @Nullable String by,
        @Nullable Instant at) {

    /** A year of which nobody has said anything. */
    static UseYear unknown(int year, @Nullable BigDecimal availability) {
        return new UseYear(year, null, null, null, null, null, availability, null, null, null, null);
    }

    UseYear measured(@Nullable BigDecimal percent) {
        return new UseYear(
                year, users, transactions, costWon, satisfaction, responseMillis, percent, source, measuredOn, by, at);
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
