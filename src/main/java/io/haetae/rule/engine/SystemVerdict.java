package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules say about one system, by whichever form they have.
 *
 * @param facts the facts as evaluated
 * @param grade the grade, floors applied
 * @param score sum of the points; null for a decision table
 * @param criteria why, in the order of the rule set or, for a table, worst first
 * @param cutOff the one reached; null for a decision table
 * @param nextGrade what would change the grade by points; no steps for a decision table
 * @param withoutFloors the grade before floors; null when no floor made a difference
 * @param floors those that raised it, the one that decided first
 * @param level what the grade is called in the scheme, null when it has no names
 */
public record SystemVerdict(
        Map<String, Object> facts,
        int grade,
        @Nullable BigDecimal score,
        List<Criterion> criteria,
        WeightedResult.@Nullable CutOff cutOff,
        WeightedResult.NextGrade nextGrade,
        @Nullable Integer withoutFloors,
        List<Floor> floors,
        @Nullable GradeLevel level) {

    /**
     * Why a criterion says what it says.
     *
     * @param fact the fact that earned the points; null for a decision table
     * @param points earned; null for a decision table
     * @param max earnable; null for a decision table
     * @param grade the grade it asks for; null for points
     */
    public record Criterion(
            String criterion,
            LocalizedText name,
            @Nullable Object fact,
            @Nullable BigDecimal points,
            @Nullable BigDecimal max,
            @Nullable Integer grade,
            LocalizedText why) {}

    /**
     * A floor that applied.
     *
     * @param id of the floor
     * @param grade no milder than this
     * @param why in words
     * @param chain the systems between, nearest first; empty for a floor over facts
     */
    public record Floor(String id, int grade, LocalizedText why, List<Leaning.Hop> chain) {}

    static SystemVerdict of(WeightedResult result, Scheme scheme) {
        List<Criterion> criteria = new ArrayList<>();
        result.criteria()
                .forEach(one -> criteria.add(new Criterion(
                        one.criterion(), one.name(), one.fact(), one.points(), one.max(), null, one.why())));
        return new SystemVerdict(
                result.facts(),
                result.grade(),
                result.score(),
                criteria,
                result.cutOff(),
                result.nextGrade(),
                null,
                List.of(),
                scheme.level(result.grade()));
    }

    static SystemVerdict of(WorstOfResult result, Map<String, LocalizedText> names, Scheme scheme) {
        List<Criterion> criteria = new ArrayList<>();
        for (WorstOfResult.Reason reason : result.reasons()) {
            LocalizedText name = names.getOrDefault(reason.criterion(), Scheme.OTHERWISE);
            criteria.add(new Criterion(reason.criterion(), name, null, null, null, reason.grade(), reason.why()));
        }
        return new SystemVerdict(
                result.facts(),
                result.grade(),
                null,
                criteria,
                null,
                new WeightedResult.NextGrade(null, null),
                null,
                List.of(),
                scheme.level(result.grade()));
    }

    /** The same with the floors that hold: the worst of them decides, as long as it is worse than the grade. */
    SystemVerdict raised(List<Floor> holding, Scheme scheme) {
        List<Floor> raising =
                holding.stream().filter(floor -> floor.grade() < grade).toList();
        if (raising.isEmpty()) {
            return this;
        }
        int raised = raising.stream().mapToInt(Floor::grade).min().orElse(grade);
        List<Floor> ordered =
                raising.stream().sorted(Comparator.comparingInt(Floor::grade)).toList();
        return new SystemVerdict(
                facts, raised, score, criteria, cutOff, nextGrade, grade, ordered, scheme.level(raised));
    }
}
