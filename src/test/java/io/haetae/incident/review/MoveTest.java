package io.haetae.incident.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haetae.incident.review.Move.Step;
import io.haetae.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MoveTest {

    @Test
    void every_step_has_its_own_rule_and_every_state_is_reached() {
        assertThat(Move.TABLE).extracting(Move::rule).doesNotHaveDuplicates();
        assertThat(Move.TABLE).extracting(Move::to).contains(ReviewState.values());
    }

    @Test
    void a_step_that_is_not_legal_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> Move.require(Step.ACCEPTANCE, ReviewState.DRAFT))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(ReviewError.NOT_ALLOWED_NOW);
                    assertThat(refusal.facts())
                            .isEqualTo(Map.of(
                                    "state", "DRAFT", "allowed", List.of("content", "assignment", "submission")));
                });
    }

    @Test
    void nobody_reopens_a_review_by_hand() {
        assertThat(Move.allowed(ReviewState.ACCEPTED)).isEmpty();
        assertThat(Move.allowed(ReviewState.SUBMITTED)).containsExactly("decision");
    }
}
