package io.haetae.remedy.plan;

import static io.haetae.remedy.plan.PlanState.ACCEPTED;
import static io.haetae.remedy.plan.PlanState.AWAITED;
import static io.haetae.remedy.plan.PlanState.COMPLETION_REQUESTED;
import static io.haetae.remedy.plan.PlanState.HANDED_IN;
import static io.haetae.remedy.plan.PlanState.RELEASED;

import io.haetae.remedy.Steps;
import io.haetae.remedy.Steps.Move;
import java.util.List;

/** What is done with a plan; {@link #TABLE} says when. */
enum PlanStep implements Steps.Named {
    DRAFT("draft", Side.INSTITUTION),
    SUBMISSION("submission", Side.INSTITUTION),
    COMPLETION("completion-request", Side.AUTHORITY),
    ACCEPTANCE("acceptance", Side.AUTHORITY),
    RELEASE("release", Side.AUTHORITY);

    static final Steps<PlanStep, PlanState> TABLE = new Steps<>(
            PlanError.NOT_ALLOWED_NOW,
            List.of(
                    new Move<>("remedy.failure-plan-drafted", DRAFT, AWAITED, AWAITED),
                    new Move<>("remedy.failure-plan-handed-in", SUBMISSION, AWAITED, HANDED_IN),
                    new Move<>("remedy.failure-plan-released", RELEASE, AWAITED, RELEASED),
                    new Move<>("remedy.failure-plan-completion-requested", COMPLETION, HANDED_IN, COMPLETION_REQUESTED),
                    new Move<>("remedy.failure-plan-accepted", ACCEPTANCE, HANDED_IN, ACCEPTED),
                    new Move<>("remedy.failure-plan-redrafted", DRAFT, COMPLETION_REQUESTED, COMPLETION_REQUESTED),
                    new Move<>("remedy.failure-plan-supplemented", SUBMISSION, COMPLETION_REQUESTED, HANDED_IN),
                    new Move<>("remedy.failure-plan-completion-released", RELEASE, COMPLETION_REQUESTED, RELEASED),
                    new Move<>("remedy.failure-plan-revision-drafted", DRAFT, ACCEPTED, ACCEPTED),
                    new Move<>("remedy.failure-plan-revised", SUBMISSION, ACCEPTED, HANDED_IN)));

    private final String noun;
    private final Side side;

    PlanStep(String noun, Side side) {
        this.noun = noun;
        this.side = side;
    }

    @Override
    public String noun() {
        return noun;
    }

    Side side() {
        return side;
    }

    /** Who takes a step. */
    enum Side {
        /** An officer of the institution that owes the plan, or of one above it. */
        INSTITUTION,
        /** The central authority that issued the guideline. */
        AUTHORITY
    }
}
