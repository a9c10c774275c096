package io.haetae.grading.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haetae.grading.rebuild.ItemAnswer.Answer;
import io.haetae.grading.rebuild.ItemReview.Outcome;
import io.haetae.grading.rebuild.RebuildView.Answered;
import io.haetae.grading.rebuild.RebuildView.Missing;
import io.haetae.grading.rebuild.RebuildView.Reviewed;
import io.haetae.grading.rebuild.RebuildView.Why;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.rule.RebuildChecklist;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChecklistTest {

    private static final LocalizedText TEXT = new LocalizedText("가", "a");
    private static final Instant AT = Instant.parse("2026-11-23T01:00:00Z");
    private static final RebuildChecklist RULES = new RebuildChecklist(
            "rebuild/x",
            "1",
            TEXT,
            10,
            70,
            List.of(
                    item("cloud", "DESIGNED", true, false),
                    item("money", "DESIGNED", true, true),
                    item("voluntary", "DESIGNED", false, false),
                    item("scope", "SCOPE_REDEFINED", true, false)));

    private static RebuildChecklist.Item item(String id, String before, boolean mandatory, boolean needsBudget) {
        return new RebuildChecklist.Item(id, before, TEXT, TEXT, mandatory, true, needsBudget, "x");
    }

    private static Answered said(Answer answer, @Nullable Outcome outcome) {
        Reviewed review = outcome == null ? null : new Reviewed(outcome, "x", AT, "x", "x");
        return new Answered(answer, "x", "x", AT, "x", "x", review);
    }

    private static List<String> missing(Phase to, @Nullable Long budget, Map<String, Answered> answers) {
        return Checklist.missing(Checklist.items(RULES, budget, answers, Map.of()), to).stream()
                .map((Missing one) -> one.item() + " " + one.why())
                .toList();
    }

    @Test
    void what_is_not_answered_unknown_or_not_done_is_missing_and_what_is_voluntary_is_not() {
        assertThat(missing(Phase.DESIGNED, null, Map.of())).containsExactly("cloud NOT_ANSWERED", "money NOT_ANSWERED");
        assertThat(missing(
                        Phase.DESIGNED,
                        1L,
                        Map.of("cloud", said(Answer.UNKNOWN, null), "money", said(Answer.NOT_DONE, null))))
                .containsExactly("cloud UNKNOWN", "money NOT_DONE");
    }

    @Test
    void what_is_done_or_does_not_apply_is_settled_until_its_completion_is_asked_for() {
        assertThat(missing(
                        Phase.DESIGNED,
                        1L,
                        Map.of("cloud", said(Answer.NOT_APPLICABLE, Outcome.AGREED), "money", said(Answer.DONE, null))))
                .isEmpty();
        assertThat(missing(
                        Phase.DESIGNED,
                        1L,
                        Map.of(
                                "cloud", said(Answer.DONE, Outcome.COMPLETION_REQUESTED),
                                "money", said(Answer.DONE, null))))
                .containsExactly("cloud " + Why.COMPLETION_REQUESTED);
    }

    @Test
    void an_item_that_needs_the_budget_is_open_while_that_is_unknown() {
        Map<String, Answered> answers = Map.of("cloud", said(Answer.DONE, null), "money", said(Answer.DONE, null));

        assertThat(missing(Phase.DESIGNED, null, answers)).containsExactly("money BUDGET_UNKNOWN");
        assertThat(missing(Phase.DESIGNED, 0L, answers)).isEmpty();
    }

    @Test
    void what_an_earlier_phase_held_back_holds_a_later_one_and_nothing_keeps_from_stopping() {
        assertThat(missing(Phase.UNDER_CONSTRUCTION, null, Map.of()))
                .containsExactly("cloud NOT_ANSWERED", "money NOT_ANSWERED", "scope NOT_ANSWERED");
        assertThat(missing(Phase.STOPPED, null, Map.of())).isEmpty();
    }

    @Test
    void a_phase_is_not_skipped_and_nothing_follows_the_last() {
        assertThat(PhaseMove.require(Phase.PLANNED, Phase.DESIGNED).rule()).isEqualTo("grading.rebuild-designed");
        assertThatThrownBy(() -> PhaseMove.require(Phase.PLANNED, Phase.UNDER_CONSTRUCTION))
                .isInstanceOf(Refusal.class);
        assertThat(PhaseMove.after(Phase.OPENED)).isEmpty();
        assertThat(PhaseMove.after(Phase.STOPPED)).isEmpty();
        assertThat(PhaseMove.after(Phase.DESIGNED)).containsExactly(Phase.SCOPE_REDEFINED, Phase.STOPPED);
    }
}
