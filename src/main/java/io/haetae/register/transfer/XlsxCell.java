package io.haetae.register.transfer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of a workbook says as people read it: a date as one, a number without exponent, a formula as the value that
 * the spreadsheet last computed.
 *
 * @param from1904 whether the workbook counts its days from 1904, as old ones for the Macintosh do
 */
record XlsxCell(boolean from1904) {

    /** A spreadsheet keeps fifteen digits; what stands behind them is the way of writing binary fractions. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DAY_1904 = LocalDate.of(1904, 1, 1);
    private static final long SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    /** The numbers of formats that stand for dates without saying how (ECMA-376 part 1, 18.8.30), Korean ones included. */
    private static final Set<Integer> DATE_FORMATS =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

    private static final Pattern NOT_OF_THE_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.");

    /** The text of a cell. */
    String text(Cell cell) {
        @Nullable Object value = cell.getValue();
        if (value == null) {
            return Objects.requireNonNullElse(cell.getRawValue(), "");
        }
        if (value instanceof Boolean truth) {
            return truth.toString();
        }
        BigDecimal number = number(cell, value);
        if (number == null) {
            return value.toString();
        }
        return isDate(cell.getDataFormatId(), cell.getDataFormatString()) ? date(number) : plain(number);
    }

    private static @Nullable BigDecimal number(Cell cell, Object value) {
        return switch (cell.getType()) {
            case NUMBER -> (BigDecimal) value;
            case FORMULA -> value instanceof BigDecimal computed ? computed : null;
            default -> null;
        };
    }

    static String plain(BigDecimal number) {
        BigDecimal rounded = number.round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Whether a format shows a day: it has a year or a day in it, outside of what it quotes. */
    static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null && DATE_FORMATS.contains(id)) {
            return true;
        }
        if (format == null || format.equalsIgnoreCase("General")) {
            return false;
        }
        String bare = NOT_OF_THE_FORMAT.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return bare.contains("y") || bare.contains("d");
    }

    private String date(BigDecimal number) {
        long days = number.longValue();
        long seconds = number.subtract(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(SECONDS_OF_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        LocalDateTime time = (from1904 ? FIRST_DAY_1904 : FIRST_DAY)
                .plusDays(days)
                .atStartOfDay()
                .plusSeconds(seconds);
        return seconds == 0 ? time.toLocalDate().toString() : time.toString();
    }
}
