package io.haetae.grading.rebuild;

import io.haetae.grading.rebuild.RebuildView.Answered;
import io.haetae.grading.rebuild.RebuildView.Due;
import io.haetae.grading.rebuild.RebuildView.Item;
import io.haetae.grading.rebuild.RebuildView.Missing;
import io.haetae.grading.rebuild.RebuildView.Why;
import io.haetae.rule.RebuildChecklist;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which items are settled, and what keeps a rebuild from its next phase. */
final class Checklist {

    private Checklist() {}

    /** The items in order, each with its answer. */
    static List<Item> items(
            RebuildChecklist rules, @Nullable Long budget, Map<String, Answered> answers, Map<String, Due> dues) {
        return rules.items().stream()
                .map(item -> new Item(
                        item.id(),
                        Phase.valueOf(item.before()),
                        item.name(),
                        item.asks(),
                        item.mandatory(),
                        item.mayNotApply(),
                        item.source(),
                        answers.get(item.id()),
                        open(item, budget, answers.get(item.id())),
                        dues.get(item.id())))
                .toList();
    }

    /** The mandatory items that are open up to that phase: what an earlier one held back holds a later one too. */
    static List<Missing> missing(List<Item> items, Phase to) {
        if (to == Phase.STOPPED) {
            return List.of();
        }
        return items.stream()
                .filter(item ->
                        item.mandatory() && item.open() != null && item.before().compareTo(to) <= 0)
                .map(item -> new Missing(item.id(), item.name(), Objects.requireNonNull(item.open())))
                .toList();
    }

    private static @Nullable Why open(RebuildChecklist.Item item, @Nullable Long budget, @Nullable Answered said) {
        if (said == null) {
            return Why.NOT_ANSWERED;
        }
        if (said.review() != null && said.review().outcome() == ItemReview.Outcome.COMPLETION_REQUESTED) {
            return Why.COMPLETION_REQUESTED;
        }
        return switch (said.answer()) {
            case UNKNOWN -> Why.UNKNOWN;
            case NOT_DONE -> Why.NOT_DONE;
            case NOT_APPLICABLE -> null;
            case DONE -> item.needsBudget() && budget == null ? Why.BUDGET_UNKNOWN : null;
        };
    }
}
