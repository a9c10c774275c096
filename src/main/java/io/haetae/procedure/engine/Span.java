package io.haetae.procedure.engine;

import io.haetae.deadline.Length;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length by failure grade.
 *
 * @param byGrade 1 to 4; a grade without one has none
 */
public record Span(Map<Integer, Length> byGrade) {

    private static final Pattern CLOCK = Pattern.compile("PT(?:([0-9]{1,4})H)?(?:([0-9]{1,5})M)?");
    private static final Pattern CALENDAR = Pattern.compile("P([0-9]{1,3})(D|WD|M)");

    public Span {
        byGrade = Map.copyOf(byGrade);
    }

    /** The same for every grade. */
    static Span of(Length length) {
        return new Span(Map.of(1, length, 2, length, 3, length, 4, length));
    }

    /** What holds at a grade. */
    public Optional<Length> at(int grade) {
        return Optional.ofNullable(byGrade.get(grade));
    }

    /** Whether every grade has the same. */
    public boolean isUniform() {
        return byGrade.size() == 4 && byGrade.values().stream().distinct().count() == 1;
    }

    /** Reads {@code PT30M}, {@code P3D}, {@code P5WD} or {@code P1M}; empty for anything else. */
    static Optional<Length> parse(String text) {
        Matcher calendar = CALENDAR.matcher(text);
        if (calendar.matches()) {
            long amount = Long.parseLong(calendar.group(1));
            return Optional.of(
                    switch (calendar.group(2)) {
                        case "D" -> Length.days(amount);
                        case "WD" -> Length.workingDays(amount);
                        default -> Length.months(amount);
                    });
        }
        Matcher clock = CLOCK.matcher(text);
        if (!clock.matches() || (clock.group(1) == null && clock.group(2) == null)) {
            return Optional.empty();
        }
        return Optional.of(Length.minutes(60 * number(clock.group(1)) + number(clock.group(2))));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
