package io.haetae.rule.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Criteria that each earn points, and cut-offs that turn the sum into a grade. */
public final class WeightedRules implements GradingRules {

    /** Points have one decimal, so the next lower score is this much lower. */
    private static final BigDecimal SMALLEST = new BigDecimal("0.1");

    private final Header header;
    private final List<PointTable> tables;
    private final List<WeightedResult.CutOff> cutOffs;
    private final Scheme scheme;

    WeightedRules(Header header, List<PointTable> tables, List<WeightedResult.CutOff> cutOffs, Scheme scheme) {
        this.header = header;
        this.tables = List.copyOf(tables);
        this.cutOffs = List.copyOf(cutOffs);
        this.scheme = scheme;
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public Scheme scheme() {
        return scheme;
    }

    /** What the facts are, in the order of the criteria. */
    @Override
    public List<Question> questions() {
        return tables.stream().map(PointTable::question).toList();
    }

    @Override
    public Set<String> facts() {
        return tables.stream().map(PointTable::id).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int gradeOf(Map<String, ?> facts) {
        Map<String, ?> asked = asked(facts);
        check(asked);
        BigDecimal score = BigDecimal.ZERO;
        for (PointTable table : tables) {
            Object fact = Objects.requireNonNull(asked.get(table.id()));
            score = score.add(table.rowOf(fact).orElseThrow().points());
        }
        return scheme.raised(cutOff(score).grade(), stored(asked));
    }

    @Override
    public SystemVerdict judge(Map<String, ?> facts, boolean strict) {
        WeightedResult result = evaluate(strict ? facts : asked(facts));
        return SystemVerdict.of(result, scheme).raised(scheme.holding(result.facts()), scheme);
    }

    private Map<String, ?> asked(Map<String, ?> facts) {
        Map<String, Object> asked = new LinkedHashMap<>();
        for (PointTable table : tables) {
            Object fact = facts.get(table.id());
            if (fact != null) {
                asked.put(table.id(), fact);
            }
        }
        return asked;
    }

    private Map<String, Object> stored(Map<String, ?> facts) {
        Map<String, Object> stored = new LinkedHashMap<>();
        tables.forEach(table -> stored.put(table.id(), table.stored(Objects.requireNonNull(facts.get(table.id())))));
        return stored;
    }

    /** Evaluates the facts; refuses them when one is missing, of the wrong kind or unknown. */
    public WeightedResult evaluate(Map<String, ?> facts) {
        check(facts);
        Map<String, Object> stored = stored(facts);
        List<WeightedResult.Criterion> criteria = new ArrayList<>();
        for (PointTable table : tables) {
            criteria.add(table.explain(Objects.requireNonNull(stored.get(table.id()))));
        }
        BigDecimal score = criteria.stream()
                .map(WeightedResult.Criterion::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(1, RoundingMode.UNNECESSARY);
        WeightedResult.CutOff reached = cutOff(score);
        WeightedResult.NextGrade next =
                new WeightedResult.NextGrade(higher(reached, score, criteria), lower(reached, score, criteria));
        return new WeightedResult(stored, reached.grade(), score, criteria, reached, next);
    }

    /** The cut-off a score reaches; the last one is 0, so there always is one. */
    WeightedResult.CutOff cutOff(BigDecimal score) {
        return cutOffs.stream()
                .filter(cutOff -> score.compareTo(cutOff.atLeast()) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private void check(Map<String, ?> facts) {
        List<FactError> errors = new ArrayList<>();
        tables.forEach(table -> table.check(facts.get(table.id())).ifPresent(errors::add));
        List<String> known = tables.stream().map(PointTable::id).toList();
        facts.forEach((name, value) -> {
            if (!known.contains(name)) {
                errors.add(new FactError(
                        "/" + name, FactError.Kind.UNKNOWN, String.valueOf(value), String.join(", ", known)));
            }
        });
        if (!errors.isEmpty()) {
            throw new FactsRefused(errors);
        }
    }

    private WeightedResult.@Nullable Step higher(
            WeightedResult.CutOff reached, BigDecimal score, List<WeightedResult.Criterion> criteria) {
        if (reached.grade() == 1) {
            return null;
        }
        WeightedResult.CutOff target = cutOffs.get(reached.grade() - 2);
        return step(target.grade(), target.atLeast().subtract(score), true, criteria);
    }

    private WeightedResult.@Nullable Step lower(
            WeightedResult.CutOff reached, BigDecimal score, List<WeightedResult.Criterion> criteria) {
        if (reached.grade() == cutOffs.size()) {
            return null;
        }
        return step(reached.grade() + 1, score.subtract(reached.atLeast()).add(SMALLEST), false, criteria);
    }

    private WeightedResult.Step step(
            int grade, BigDecimal points, boolean gain, List<WeightedResult.Criterion> criteria) {
        List<WeightedResult.Change> alone = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            BigDecimal now = criteria.get(i).points();
            Optional<WeightedResult.Change> change =
                    gain ? tables.get(i).gaining(now, points) : tables.get(i).losing(now, points);
            change.ifPresent(alone::add);
        }
        return alone.isEmpty()
                ? new WeightedResult.Step(grade, points, true, together(points, gain, criteria))
                : new WeightedResult.Step(grade, points, false, alone);
    }

    /** No single fact suffices: the largest changes first, as few as are needed; none when even all are too little. */
    private List<WeightedResult.Change> together(
            BigDecimal points, boolean gain, List<WeightedResult.Criterion> criteria) {
        Map<WeightedResult.Change, BigDecimal> worth = new LinkedHashMap<>();
        for (int i = 0; i < tables.size(); i++) {
            WeightedResult.Change change = tables.get(i).extreme(gain);
            BigDecimal difference =
                    change.points().subtract(criteria.get(i).points()).abs();
            if (difference.signum() > 0) {
                worth.put(change, difference);
            }
        }
        List<WeightedResult.Change> chosen = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (WeightedResult.Change change : worth.keySet().stream()
                .sorted(Comparator.comparing(worth::get).reversed())
                .toList()) {
            chosen.add(change);
            sum = sum.add(worth.get(change));
            if (sum.compareTo(points) >= 0) {
                return chosen;
            }
        }
        return List.of();
    }
}
