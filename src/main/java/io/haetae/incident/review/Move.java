package io.haetae.incident.review;

import static io.haetae.incident.review.ReviewState.ACCEPTED;
import static io.haetae.incident.review.ReviewState.COMPLETION_REQUESTED;
import static io.haetae.incident.review.ReviewState.DRAFT;
import static io.haetae.incident.review.ReviewState.SUBMITTED;

import io.haetae.kernel.Refusal;
import java.util.List;
import java.util.Map;

/**
 * One legal step of a review; {@link #TABLE} holds them all.
 *
 * @param rule its name, which is written into the journal
 * @param step what is done
 * @param from the state it starts in
 * @param to the state it leads to
 * @param side who may do it
 */
record Move(String rule, Step step, ReviewState from, ReviewState to, Side side) {

    /** Rule of the beginning, which starts in no state. */
    static final String OPENED = "review.opened";

    /** Rules of what follows the incident without changing the state. */
    static final String DUE_MOVED = "review.due-moved";

    static final String SUSPENDED = "review.suspended";
    static final String DRAFTED = "review.drafted";

    static final List<Move> TABLE = List.of(
            new Move("review.written", Step.CONTENT, DRAFT, DRAFT, Side.WRITER),
            new Move("review.completed", Step.CONTENT, COMPLETION_REQUESTED, COMPLETION_REQUESTED, Side.WRITER),
            new Move("review.assigned", Step.ASSIGNMENT, DRAFT, DRAFT, Side.OWNER),
            new Move("review.reassigned", Step.ASSIGNMENT, COMPLETION_REQUESTED, COMPLETION_REQUESTED, Side.OWNER),
            new Move("review.submitted", Step.SUBMISSION, DRAFT, SUBMITTED, Side.OWNER),
            new Move("review.resubmitted", Step.SUBMISSION, COMPLETION_REQUESTED, SUBMITTED, Side.OWNER),
            new Move("review.accepted", Step.ACCEPTANCE, SUBMITTED, ACCEPTED, Side.AUTHORITY),
            new Move(
                    "review.completion-requested",
                    Step.COMPLETION_REQUEST,
                    SUBMITTED,
                    COMPLETION_REQUESTED,
                    Side.AUTHORITY),
            new Move("review.reopened", Step.REOPENING, SUBMITTED, DRAFT, Side.SERVICE),
            new Move("review.reopened-after-acceptance", Step.REOPENING, ACCEPTED, DRAFT, Side.SERVICE));

    /** Who takes a step. */
    enum Side {
        /** Whoever works for an institution that the incident concerns. */
        WRITER,
        /** An officer of the institution that answers for the review, or of one above it. */
        OWNER,
        /** The central authority of that institution. */
        AUTHORITY,
        /** The service itself, when the incident is opened again. */
        SERVICE
    }

    /** What somebody wants to do, and the noun under which the interface knows it. */
    enum Step {
        CONTENT("content"),
        ASSIGNMENT("assignment"),
        SUBMISSION("submission"),
        ACCEPTANCE("decision"),
        COMPLETION_REQUEST("decision"),
        REOPENING("reopening");

        private final String noun;

        Step(String noun) {
            this.noun = noun;
        }

        String noun() {
            return noun;
        }
    }

    /** The step in that state, or a refusal (409) that says which steps are legal. */
    static Move require(Step step, ReviewState from) {
        return TABLE.stream()
                .filter(one -> one.step == step && one.from == from)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ReviewError.NOT_ALLOWED_NOW, Map.of("state", from.name(), "allowed", allowed(from))));
    }

    /** The nouns that people may put in a state. */
    static List<String> allowed(ReviewState from) {
        return TABLE.stream()
                .filter(one -> one.from == from && one.side != Side.SERVICE)
                .map(one -> one.step.noun())
                .distinct()
                .toList();
    }
}
