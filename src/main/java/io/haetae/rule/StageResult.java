package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.engine.WorstOfResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule set for crisis stages recommends.
 *
 * @param stage the stage it recommends, {@code NONE} when none
 * @param reasons one per criterion that says something, worst first, never empty
 * @param next the worse stage that time alone will bring, null when time alone brings none
 */
public record StageResult(
        String stage, List<Reason> reasons, @Nullable Next next) {

    public StageResult {
        reasons = List.copyOf(reasons);
    }

    /** Why a criterion asks for a stage. */
    public record Reason(String criterion, String stage, LocalizedText why) {}

    /** A worse stage that comes with time. */
    public record Next(String stage, long inMinutes, String criterion, LocalizedText why) {}

    static StageResult of(WorstOfResult result, List<String> words) {
        WorstOfResult.Worse worse = result.nextGrade().worse();
        return new StageResult(
                words.get(result.grade() - 1),
                result.reasons().stream()
                        .map(reason -> new Reason(reason.criterion(), words.get(reason.grade() - 1), reason.why()))
                        .toList(),
                worse == null
                        ? null
                        : new Next(words.get(worse.grade() - 1), worse.inMinutes(), worse.criterion(), worse.why()));
    }
}
