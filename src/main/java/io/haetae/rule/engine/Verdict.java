package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what the criteria say in one evaluation and draws the sum. */
final class Verdict {

    private final int mildest;
    private final int milder;
    private final List<WorstOfResult.Reason> reasons = new ArrayList<>();
    private final List<WorstOfResult.Worse> coming = new ArrayList<>();

    Verdict(int mildest, int milder) {
        this.mildest = mildest;
        this.milder = milder;
    }

    void holds(WorstOfRules.Criterion criterion, Cell cell, Map<String, Object> scope) {
        reasons.add(new WorstOfResult.Reason(criterion.id(), grade(criterion, cell), cell.why(scope)));
    }

    /** Notes a cell that only lacks time; its reason is worded as of then. */
    void willHold(WorstOfRules.Criterion criterion, Cell cell, long inMinutes, Map<String, Object> scope) {
        Map<String, Object> then = new HashMap<>(scope);
        Map<String, Object> entry = new HashMap<>(WorstOfRules.entry(scope));
        entry.put(String.valueOf(cell.clock()), cell.after(scope));
        then.put(Expressions.ENTRY, entry);
        coming.add(new WorstOfResult.Worse(grade(criterion, cell), inMinutes, criterion.id(), cell.why(then)));
    }

    private int grade(WorstOfRules.Criterion criterion, Cell cell) {
        return criterion.adjusted() ? Math.min(mildest, cell.grade() + milder) : cell.grade();
    }

    WorstOfResult result(
            Map<String, Object> facts,
            List<WorstOfRules.Adjustment> adjustments,
            LocalizedText otherwise,
            List<Long> limits) {
        if (reasons.isEmpty()) {
            reasons.add(new WorstOfResult.Reason("otherwise", mildest, otherwise));
        }
        reasons.sort(Comparator.comparingInt(WorstOfResult.Reason::grade));
        int grade = reasons.get(0).grade();
        WorstOfResult.NextGrade next = new WorstOfResult.NextGrade(worse(grade), milder(grade));
        adjustments.forEach(
                adjustment -> reasons.add(new WorstOfResult.Reason(adjustment.id(), mildest, adjustment.why())));
        return new WorstOfResult(facts, grade, List.copyOf(reasons), next, limits);
    }

    /** The soonest; of two at the same time the worse. */
    private WorstOfResult.@Nullable Worse worse(int grade) {
        return coming.stream()
                .filter(worse -> worse.grade() < grade)
                .min(Comparator.comparingLong(WorstOfResult.Worse::inMinutes)
                        .thenComparingInt(WorstOfResult.Worse::grade))
                .orElse(null);
    }

    private WorstOfResult.@Nullable Milder milder(int grade) {
        if (grade >= mildest) {
            return null;
        }
        List<String> standing = reasons.stream()
                .filter(reason -> reason.grade() == grade)
                .map(WorstOfResult.Reason::criterion)
                .toList();
        return new WorstOfResult.Milder(grade + 1, standing);
    }
}
