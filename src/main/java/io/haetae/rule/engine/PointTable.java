package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One criterion of weighted rules: its points by choice, or by how large a number is.
 *
 * @param id of the criterion and of its fact
 * @param name as people read it
 * @param max points it can earn
 * @param why template of the reason
 * @param rows best first
 */
record PointTable(String id, LocalizedText name, BigDecimal max, LocalizedText why, List<Row> rows) {

    /** Beyond this a count is a slip of the hand. */
    private static final long LARGEST = 1_000_000_000_000L;

    /**
     * One row: a choice, or the smallest number it is for.
     *
     * @param is the choice, null for a number
     * @param atLeast the smallest number, null for a choice
     * @param points it earns
     * @param label the choice as people read it, null for a number
     */
    record Row(
            @Nullable String is,
            @Nullable Long atLeast,
            BigDecimal points,
            @Nullable LocalizedText label) {}

    private boolean isChoice() {
        return rows.get(0).is() != null;
    }

    /** The fact as expressions of floors know it. */
    Fact asFact() {
        List<String> values =
                rows.stream().map(Row::is).filter(Objects::nonNull).toList();
        Fact.Type type = isChoice() ? Fact.Type.CHOICE : Fact.Type.INT;
        return new Fact(id, type, values, 0, LARGEST, false, null, List.of());
    }

    /** What is asked. */
    Question question() {
        List<Question.Choice> choices = rows.stream()
                .filter(row -> row.is() != null && row.label() != null)
                .map(row -> new Question.Choice(Objects.requireNonNull(row.is()), Objects.requireNonNull(row.label())))
                .toList();
        return new Question(id, name, choices, false);
    }

    /** What the fact may be, in words for an error. */
    private String allowed() {
        return isChoice()
                ? rows.stream().map(row -> String.valueOf(row.is())).collect(Collectors.joining(", "))
                : "0 … " + LARGEST;
    }

    /** The fact in the form it is evaluated and stored in, or what is wrong with it. */
    Optional<FactError> check(@Nullable Object fact) {
        if (fact == null) {
            return Optional.of(error(FactError.Kind.MISSING, ""));
        }
        if (isChoice()) {
            return fact instanceof String
                    ? rowOf(fact).isPresent() ? Optional.empty() : refuse(FactError.Kind.NOT_ALLOWED, fact)
                    : refuse(FactError.Kind.WRONG_TYPE, fact);
        }
        if (!Fact.isWhole(fact)) {
            return refuse(FactError.Kind.WRONG_TYPE, fact);
        }
        long number = ((Number) fact).longValue();
        return number < 0 || number > LARGEST ? refuse(FactError.Kind.NOT_ALLOWED, fact) : Optional.empty();
    }

    private Optional<FactError> refuse(FactError.Kind kind, Object fact) {
        return Optional.of(error(kind, String.valueOf(fact)));
    }

    private FactError error(FactError.Kind kind, String value) {
        return new FactError("/" + id, kind, value, allowed());
    }

    /** A checked fact as it is stored: whole numbers as long. */
    Object stored(Object fact) {
        return isChoice() ? fact : ((Number) fact).longValue();
    }

    Optional<Row> rowOf(Object fact) {
        return isChoice()
                ? rows.stream().filter(row -> fact.equals(row.is())).findFirst()
                : rows.stream()
                        .filter(row -> row.atLeast() != null && ((Number) fact).longValue() >= row.atLeast())
                        .findFirst();
    }

    /** Points of a checked fact with the reason. */
    WeightedResult.Criterion explain(Object fact) {
        Row row = rowOf(fact).orElseThrow();
        return new WeightedResult.Criterion(id, name, fact, row.points(), max, why(row, fact));
    }

    /** The smallest change that gains so many points. */
    Optional<WeightedResult.Change> gaining(BigDecimal now, BigDecimal needed) {
        Row found = null;
        for (Row row : rows) {
            if (row.points().subtract(now).compareTo(needed) >= 0) {
                found = row;
            }
        }
        return Optional.ofNullable(found).map(row -> change(row, smallest(row)));
    }

    /** The smallest change that loses so many points. */
    Optional<WeightedResult.Change> losing(BigDecimal now, BigDecimal needed) {
        return rows.stream()
                .filter(row -> now.subtract(row.points()).compareTo(needed) >= 0)
                .findFirst()
                .map(row -> change(row, largest(row)));
    }

    /** The change to the best or to the worst row. */
    WeightedResult.Change extreme(boolean best) {
        Row row = rows.get(best ? 0 : rows.size() - 1);
        return change(row, best ? smallest(row) : largest(row));
    }

    private WeightedResult.Change change(Row row, Object fact) {
        return new WeightedResult.Change(id, fact, row.points(), why(row, fact));
    }

    private static Object smallest(Row row) {
        return row.atLeast() == null ? String.valueOf(row.is()) : row.atLeast();
    }

    /** The largest number that still falls into a row, so that a reader sees how little must change. */
    private Object largest(Row row) {
        int index = rows.indexOf(row);
        Long above = index == 0 ? null : rows.get(index - 1).atLeast();
        return above == null ? smallest(row) : above - 1;
    }

    private LocalizedText why(Row row, Object fact) {
        Map<String, Object> values = new TreeMap<>();
        values.put("fact", Values.shown(fact));
        values.put("points", row.points().toPlainString());
        values.put("max", max.toPlainString());
        if (row.atLeast() != null) {
            values.put("atLeast", Values.shown(row.atLeast()));
        }
        return new LocalizedText(
                fill(why.ko(), values, row.label() == null ? "" : row.label().ko()),
                fill(why.en(), values, row.label() == null ? "" : row.label().en()));
    }

    private static String fill(String template, Map<String, Object> values, String label) {
        return Texts.fill(Texts.fill(template, values), Map.of("label", label));
    }
}
