package io.haetae.remedy.plan;

import static io.haetae.remedy.plan.PlanState.ACCEPTED;
import static io.haetae.remedy.plan.PlanState.AWAITED;
import static io.haetae.remedy.plan.PlanState.COMPLETION_REQUESTED;
import static io.haetae.remedy.plan.PlanState.HANDED_IN;
import static io.haetae.remedy.plan.PlanState.RELEASED;

import io.haetae.kernel.Refusal;
import java.util.List;
import java.util.Map;

/**
 * One legal step of a plan; {@link #TABLE} holds them all.
 *
 * @param rule its name, which is written into the journal
 * @param step what is done
 * @param from the state it starts in
 * @param to the state it leads to
 */
record PlanMove(String rule, Step step, PlanState from, PlanState to) {

    static final List<PlanMove> TABLE = List.of(
            new PlanMove("remedy.failure-plan-drafted", Step.DRAFT, AWAITED, AWAITED),
            new PlanMove("remedy.failure-plan-handed-in", Step.SUBMISSION, AWAITED, HANDED_IN),
            new PlanMove("remedy.failure-plan-released", Step.RELEASE, AWAITED, RELEASED),
            new PlanMove("remedy.failure-plan-completion-requested", Step.COMPLETION, HANDED_IN, COMPLETION_REQUESTED),
            new PlanMove("remedy.failure-plan-accepted", Step.ACCEPTANCE, HANDED_IN, ACCEPTED),
            new PlanMove("remedy.failure-plan-redrafted", Step.DRAFT, COMPLETION_REQUESTED, COMPLETION_REQUESTED),
            new PlanMove("remedy.failure-plan-supplemented", Step.SUBMISSION, COMPLETION_REQUESTED, HANDED_IN),
            new PlanMove("remedy.failure-plan-completion-released", Step.RELEASE, COMPLETION_REQUESTED, RELEASED),
            new PlanMove("remedy.failure-plan-revision-drafted", Step.DRAFT, ACCEPTED, ACCEPTED),
            new PlanMove("remedy.failure-plan-revised", Step.SUBMISSION, ACCEPTED, HANDED_IN));

    /** Who takes a step. */
    enum Side {
        /** An officer of the institution that owes the plan, or of one above it. */
        INSTITUTION,
        /** The central authority that issued the guideline. */
        AUTHORITY
    }

    /** What somebody wants to do, the noun under which the interface knows it, and who may. */
    enum Step {
        DRAFT("draft", Side.INSTITUTION),
        SUBMISSION("submission", Side.INSTITUTION),
        COMPLETION("completion-request", Side.AUTHORITY),
        ACCEPTANCE("acceptance", Side.AUTHORITY),
        RELEASE("release", Side.AUTHORITY);

        private final String noun;
        private final Side side;

        Step(String noun, Side side) {
            this.noun = noun;
            this.side = side;
        }

        String noun() {
            return noun;
        }

        Side side() {
            return side;
        }
    }

    /** The step in that state, or a refusal (409) that says which steps are legal. */
    static PlanMove require(Step step, PlanState from) {
        return TABLE.stream()
                .filter(one -> one.step == step && one.from == from)
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(PlanError.NOT_ALLOWED_NOW, Map.of("state", from.name(), "allowed", nouns(from))));
    }

    /** The nouns that may be put in a state. */
    static List<String> nouns(PlanState from) {
        return from(from).stream().map(step -> step.noun).toList();
    }

    /** The steps that may be taken in a state. */
    static List<Step> from(PlanState from) {
        return TABLE.stream()
                .filter(one -> one.from == from)
                .map(PlanMove::step)
                .toList();
    }
}
