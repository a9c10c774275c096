package io.haetae.grading.consolidation;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an owner says of one year of a system. What is left out is unknown: a statement says the whole year anew.
 *
 * @param users people who used it
 * @param transactions times it was used
 * @param costWon what it cost to operate, in KRW
 * @param satisfaction of its users, 0 to 100
 * @param responseMillis average response time
 * @param source where the figures are from
 * @param measuredOn the day on which they were taken
 */
public record UseStatement(
        @Nullable @Min(0) @Max(MOST) Long users,
        @Nullable @Min(0) @Max(MOST) Long transactions,
        @Nullable @Min(0) @Max(MOST) Long costWon,

        @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal satisfaction,

        @Nullable @Min(0) @Max(MOST) Long responseMillis,
        @NotBlank @Size(max = 1_000) String source,
        @NotNull LocalDate measuredOn) {

    private static final long MOST = 1_000_000_000_000_000L;
}
