package io.haetae.crisis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.incident.IncidentImpacts.Count;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The recovery board as of a time, with the denominator of that time.
 *
 * @param asOf as of when
 * @param total systems that were hit, as it was recorded then
 * @param restored of them restored in full
 * @param byGrade the same by confirmed system grade; {@code NONE} for those not graded
 * @param byLeadAgency the same by lead agency; {@code NONE} where the register names none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Board(
        Instant asOf, int total, int restored, Map<String, Share> byGrade, Map<String, Share> byLeadAgency) {

    /** What stands for "not graded" and "no lead agency". */
    static final String NONE = "NONE";

    /** How many of how many. */
    public record Share(int restored, int total) {

        Share plus(Count count) {
            return new Share(restored + count.restored(), total + count.total());
        }

        /** In percent with one digit, 0 of nothing. */
        public String percent() {
            return Board.percent(restored, total);
        }
    }

    /** A line of the board as a table. */
    public record Line(String key, Share share) {}

    /** The lines by system grade. */
    public List<Line> grades() {
        return lines(byGrade);
    }

    /** The lines by lead agency. */
    public List<Line> agencies() {
        return lines(byLeadAgency);
    }

    private static List<Line> lines(Map<String, Share> shares) {
        return shares.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
    }

    static Board of(List<Count> counts, Instant asOf) {
        Map<String, Share> byGrade = new TreeMap<>();
        for (int grade = 1; grade <= 4; grade++) {
            byGrade.put(String.valueOf(grade), new Share(0, 0));
        }
        byGrade.putAll(by(counts, count -> Objects.toString(count.systemGrade(), NONE)));
        return new Board(
                asOf,
                counts.stream().mapToInt(Count::total).sum(),
                counts.stream().mapToInt(Count::restored).sum(),
                new LinkedHashMap<>(byGrade),
                by(counts, count -> Objects.requireNonNullElse(count.leadAgency(), NONE)));
    }

    private static Map<String, Share> by(List<Count> counts, Function<Count, String> key) {
        Map<String, Share> shares = new TreeMap<>();
        for (Count count : counts) {
            shares.merge(key.apply(count), new Share(0, 0).plus(count), (one, other) -> one.plus(count));
        }
        return shares;
    }

    /** Restored in percent with one digit. */
    public String percent() {
        return percent(restored, total);
    }

    private static String percent(int restored, int total) {
        long tenths = total == 0 ? 0 : Math.round(restored * 1000.0 / total);
        if (restored < total) {
            // 100.0 is said only when everything is restored.
            tenths = Math.min(tenths, 999);
        }
        return tenths / 10 + "." + tenths % 10;
    }
}
