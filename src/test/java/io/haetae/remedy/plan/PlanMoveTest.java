package io.haetae.remedy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haetae.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanMoveTest {

    @Test
    void every_rule_has_a_name_of_its_own_and_no_step_is_legal_twice_in_a_state() {
        assertThat(PlanMove.TABLE.stream().map(PlanMove::rule)).doesNotHaveDuplicates();
        assertThat(PlanMove.TABLE.stream().map(move -> Map.entry(move.step(), move.from())))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_legal_in_each_state() {
        assertThat(PlanMove.nouns(PlanState.AWAITED)).containsExactly("draft", "submission", "release");
        assertThat(PlanMove.nouns(PlanState.HANDED_IN)).containsExactly("completion-request", "acceptance");
        assertThat(PlanMove.nouns(PlanState.COMPLETION_REQUESTED)).containsExactly("draft", "submission", "release");
        assertThat(PlanMove.nouns(PlanState.ACCEPTED)).containsExactly("draft", "submission");
        assertThat(PlanMove.nouns(PlanState.RELEASED)).isEmpty();
    }

    @Test
    void what_is_not_legal_is_refused_with_what_is() {
        assertThatThrownBy(() -> PlanMove.require(PlanMove.Step.ACCEPTANCE, PlanState.AWAITED))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.facts())
                        .containsEntry("state", "AWAITED")
                        .containsEntry("allowed", List.of("draft", "submission", "release")));
    }
}
