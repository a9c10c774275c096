package io.haetae.remedy;

import static io.haetae.remedy.RemedyState.PLANNED;
import static io.haetae.remedy.RemedyState.RECOMMENDED;
import static io.haetae.remedy.RemedyState.REPORTED;
import static io.haetae.remedy.RemedyState.VERIFIED;
import static io.haetae.remedy.RemedyState.WITHDRAWN;

import io.haetae.remedy.Steps.Move;
import java.util.List;

/** What is done with a recommendation; {@link #TABLE} says when. */
enum RemedyStep implements Steps.Named {
    PLAN("plan", Side.ADDRESSEE),
    RESULT("result", Side.ADDRESSEE),
    VERIFICATION("verification", Side.RECOMMENDER),
    RETURN("verification", Side.RECOMMENDER),
    WITHDRAWAL("withdrawal", Side.RECOMMENDER);

    /** Rules of the beginning, which starts in no state. */
    static final String RECOMMENDATION_MADE = "remedy.recommended";

    static final String MEASURE_SET = "remedy.measure-set";

    static final Steps<RemedyStep, RemedyState> TABLE = new Steps<>(
            RemedyError.NOT_ALLOWED_NOW,
            List.of(
                    new Move<>("remedy.planned", PLAN, RECOMMENDED, PLANNED),
                    new Move<>("remedy.plan-revised", PLAN, PLANNED, PLANNED),
                    new Move<>("remedy.result-handed-in", RESULT, PLANNED, REPORTED),
                    new Move<>("remedy.verified", VERIFICATION, REPORTED, VERIFIED),
                    new Move<>("remedy.returned", RETURN, REPORTED, PLANNED),
                    new Move<>("remedy.withdrawn", WITHDRAWAL, RECOMMENDED, WITHDRAWN),
                    new Move<>("remedy.plan-withdrawn", WITHDRAWAL, PLANNED, WITHDRAWN)));

    private final String noun;
    private final Side side;

    RemedyStep(String noun, Side side) {
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
        /** The institution it is addressed to. */
        ADDRESSEE,
        /** The institution that recommended. */
        RECOMMENDER
    }
}
