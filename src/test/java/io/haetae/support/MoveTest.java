package io.haetae.support;

import static io.haetae.support.SupportState.ACCEPTED;
import static io.haetae.support.SupportState.ASSIGNED;
import static io.haetae.support.SupportState.DECLINED;
import static io.haetae.support.SupportState.HANDED_OVER;
import static io.haetae.support.SupportState.ON_SITE;
import static io.haetae.support.SupportState.ON_THE_WAY;
import static io.haetae.support.SupportState.REQUESTED;
import static io.haetae.support.SupportState.RETURNED;
import static io.haetae.support.SupportState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haetae.kernel.Refusal;
import io.haetae.support.Move.Need;
import io.haetae.support.Move.Side;
import io.haetae.support.Move.Step;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MoveTest {

    @Test
    void each_state_allows_these_steps_and_no_others() {
        assertThat(nouns(REQUESTED)).containsExactlyInAnyOrder("acceptance", "refusal", "withdrawal");
        assertThat(nouns(ACCEPTED)).containsExactlyInAnyOrder("refusal", "withdrawal", "assignment");
        assertThat(nouns(ASSIGNED))
                .containsExactlyInAnyOrder("refusal", "withdrawal", "assignment", "departure", "arrival");
        assertThat(nouns(ON_THE_WAY)).containsExactlyInAnyOrder("refusal", "withdrawal", "assignment", "arrival");
        assertThat(nouns(ON_SITE)).containsExactlyInAnyOrder("assignment", "hand-over", "ending");
        assertThat(nouns(HANDED_OVER)).containsExactly("return");
    }

    @Test
    void what_is_over_stays_over_and_every_state_is_reached() {
        Set<SupportState> reached = Move.TABLE.stream().map(Move::to).collect(Collectors.toCollection(HashSet::new));
        reached.add(REQUESTED);
        assertThat(reached).containsExactlyInAnyOrder(SupportState.values());
        for (SupportState state : SupportState.values()) {
            assertThat(Move.open(state).isEmpty()).as(state.name()).isEqualTo(state.isOver());
        }
        assertThat(EnumSet.of(RETURNED, DECLINED, WITHDRAWN)).allMatch(SupportState::isOver);
    }

    @Test
    void a_state_allows_a_step_in_one_way_only() {
        for (SupportState state : SupportState.values()) {
            assertThat(Move.open(state).stream().map(Move::step))
                    .as(state.name())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void another_assignment_leaves_the_request_where_it_is() {
        for (SupportState state : List.of(ASSIGNED, ON_THE_WAY, ON_SITE)) {
            assertThat(Move.require(Step.ASSIGNMENT, state).to()).isEqualTo(state);
        }
    }

    @Test
    void what_is_not_allowed_now_is_a_conflict_that_says_what_is() {
        assertThatThrownBy(() -> Move.require(Step.RETURN, ON_SITE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.facts())
                        .isEqualTo(
                                Map.of("state", "ON_SITE", "allowed", List.of("hand-over", "assignment", "ending"))));
    }

    @Test
    void the_other_side_answers_and_the_asking_side_withdraws() {
        assertThat(Move.sideOf(Step.ACCEPTANCE).parties(Party.INSTITUTION)).containsExactly(Party.TEAM);
        assertThat(Move.sideOf(Step.ACCEPTANCE).parties(Party.TEAM)).containsExactly(Party.INSTITUTION);
        assertThat(Move.sideOf(Step.REFUSAL).parties(Party.TEAM)).containsExactly(Party.INSTITUTION);
        assertThat(Move.sideOf(Step.WITHDRAWAL).parties(Party.INSTITUTION)).containsExactly(Party.INSTITUTION);
        assertThat(Move.sideOf(Step.RETURN).parties(Party.INSTITUTION)).containsExactlyInAnyOrder(Party.values());
    }

    @Test
    void the_institution_can_end_the_help_from_the_acceptance_on_whoever_asked() {
        for (Party origin : Party.values()) {
            for (SupportState state : List.of(ACCEPTED, ASSIGNED, ON_THE_WAY, ON_SITE, HANDED_OVER)) {
                assertThat(Move.open(state))
                        .as(origin + " " + state)
                        .anyMatch(move -> move.to().isOver()
                                && move.side().parties(origin).contains(Party.INSTITUTION));
            }
        }
    }

    @Test
    void a_step_belongs_to_the_same_side_in_every_state() {
        for (Step step : Step.values()) {
            Set<Side> sides = Move.TABLE.stream()
                    .filter(move -> move.step() == step)
                    .map(Move::side)
                    .collect(Collectors.toSet());
            assertThat(sides).as(step.noun()).hasSize(1);
        }
    }

    @Test
    void an_end_needs_a_reason_and_the_end_of_the_work_a_hand_over() {
        assertThat(Move.TABLE.stream()
                        .filter(move -> move.needs() == Need.TEXT)
                        .map(Move::step)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Step.REFUSAL, Step.WITHDRAWAL, Step.ENDING, Step.HAND_OVER);
    }

    private static List<String> nouns(SupportState state) {
        return Move.open(state).stream().map(move -> move.step().noun()).toList();
    }
}
