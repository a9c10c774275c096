package io.haetae.change;

import static io.haetae.change.ChangeState.APPROVED;
import static io.haetae.change.ChangeState.CANCELLED;
import static io.haetae.change.ChangeState.DONE;
import static io.haetae.change.ChangeState.IN_PROGRESS;
import static io.haetae.change.ChangeState.REQUESTED;
import static io.haetae.change.ChangeState.ROLLED_BACK;

import io.haetae.kernel.Refusal;
import java.util.List;
import java.util.Map;

/**
 * One legal step of a change; {@link #TABLE} holds them all.
 *
 * @param rule its name, which is written into the journal
 * @param step what is done
 * @param from the state it starts in
 * @param to the state it leads to
 * @param side who may do it
 */
record Move(String rule, Step step, ChangeState from, ChangeState to, Side side) {

    /** Rule of the beginning, which starts in no state. */
    static final String REQUESTED_FIRST = "change.requested";

    static final List<Move> TABLE = List.of(
            new Move("change.rewritten", Step.CONTENT, REQUESTED, REQUESTED, Side.WORKER),
            // what was approved was another change
            new Move("change.requested-again", Step.CONTENT, APPROVED, REQUESTED, Side.WORKER),
            new Move("change.approved", Step.APPROVAL, REQUESTED, APPROVED, Side.APPROVER),
            new Move("change.refused", Step.REFUSAL, REQUESTED, CANCELLED, Side.APPROVER),
            new Move("change.begun", Step.BEGINNING, APPROVED, IN_PROGRESS, Side.WORKER),
            new Move("change.done", Step.COMPLETION, IN_PROGRESS, DONE, Side.WORKER),
            new Move("change.rolled-back", Step.ROLL_BACK, IN_PROGRESS, ROLLED_BACK, Side.WORKER),
            new Move("change.withdrawn", Step.CANCELLATION, REQUESTED, CANCELLED, Side.WORKER),
            new Move("change.called-off", Step.CANCELLATION, APPROVED, CANCELLED, Side.WORKER));

    /** Who takes a step. */
    enum Side {
        /** An operator or officer of an institution that the systems belong to. */
        WORKER,
        /** An officer of such an institution who did not write the request. */
        APPROVER
    }

    /** What somebody wants to do, and the noun under which the interface knows it. */
    enum Step {
        CONTENT("content"),
        APPROVAL("approval"),
        REFUSAL("refusal"),
        BEGINNING("beginning"),
        COMPLETION("completion"),
        ROLL_BACK("roll-back"),
        CANCELLATION("cancellation");

        private final String noun;

        Step(String noun) {
            this.noun = noun;
        }

        String noun() {
            return noun;
        }
    }

    /** The step in that state, or a refusal (409) that says which steps are legal. */
    static Move require(Step step, ChangeState from) {
        return TABLE.stream()
                .filter(one -> one.step == step && one.from == from)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ChangeError.NOT_ALLOWED_NOW, Map.of("state", from.name(), "allowed", allowed(from))));
    }

    private static List<String> allowed(ChangeState from) {
        return TABLE.stream()
                .filter(one -> one.from == from)
                .map(one -> one.step.noun())
                .toList();
    }
}
