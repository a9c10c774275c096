package io.haetae.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haetae.grading.Transition.Step;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransitionTest {

    @Test
    void every_rule_has_a_name_of_its_own() {
        assertThat(Transition.TABLE).extracting(Transition::rule).doesNotHaveDuplicates();
    }

    @Test
    void a_step_leads_from_one_state_to_one_other() {
        assertThat(Transition.TABLE)
                .extracting(one -> one.step() + " " + one.from())
                .doesNotHaveDuplicates();
    }

    @Test
    void every_state_has_a_way_on() {
        for (AssessmentState state : AssessmentState.values()) {
            assertThat(Transition.allowed(state)).as("%s", state).isNotEmpty();
        }
    }

    @Test
    void the_owner_moves_what_is_with_the_owner_and_the_authority_what_is_with_the_authority() {
        for (Transition one : Transition.TABLE) {
            assertThat(one.role() == Role.AUTHORITY)
                    .as(one.rule())
                    .isEqualTo(one.from().isWithAuthority());
        }
    }

    @Test
    void an_illegal_step_says_which_are_legal() {
        assertThatThrownBy(() -> Transition.require(Step.APPEAL, AssessmentState.DRAFT))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.error()).isEqualTo(GradingError.STEP_NOT_ALLOWED);
                    assertThat(refused.facts())
                            .isEqualTo(
                                    Map.of("allowed", List.of("facts", "submission"), "state", AssessmentState.DRAFT));
                });
    }
}
