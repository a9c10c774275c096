package io.haetae.remedy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haetae.kernel.Refusal;
import io.haetae.remedy.Steps.Move;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanStepTest {

    @Test
    void every_rule_has_a_name_of_its_own_and_no_step_is_legal_twice_in_a_state() {
        assertThat(PlanStep.TABLE.table().stream().map(Move::rule)).doesNotHaveDuplicates();
        assertThat(PlanStep.TABLE.table().stream().map(move -> Map.entry(move.step(), move.from())))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_legal_in_each_state() {
        assertThat(PlanStep.TABLE.nouns(PlanState.AWAITED)).containsExactly("draft", "submission", "release");
        assertThat(PlanStep.TABLE.nouns(PlanState.HANDED_IN)).containsExactly("completion-request", "acceptance");
        assertThat(PlanStep.TABLE.nouns(PlanState.COMPLETION_REQUESTED))
                .containsExactly("draft", "submission", "release");
        assertThat(PlanStep.TABLE.nouns(PlanState.ACCEPTED)).containsExactly("draft", "submission");
        assertThat(PlanStep.TABLE.nouns(PlanState.RELEASED)).isEmpty();
    }

    @Test
    void what_is_not_legal_is_refused_with_what_is() {
        assertThatThrownBy(() -> PlanStep.TABLE.require(PlanStep.ACCEPTANCE, PlanState.AWAITED))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.facts())
                        .containsEntry("state", "AWAITED")
                        .containsEntry("allowed", List.of("draft", "submission", "release")));
    }
}
