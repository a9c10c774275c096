package io.haetae.remedy;

import static io.haetae.remedy.RemedyState.PLANNED;
import static io.haetae.remedy.RemedyState.RECOMMENDED;
import static io.haetae.remedy.RemedyState.REPORTED;
import static io.haetae.remedy.RemedyState.VERIFIED;
import static io.haetae.remedy.RemedyState.WITHDRAWN;

import io.haetae.kernel.Refusal;
import java.util.List;
import java.util.Map;

/**
 * One legal step of a recommendation; {@link #TABLE} holds them all.
 *
 * @param rule its name, which is written into the journal
 * @param step what is done
 * @param from the state it starts in
 * @param to the state it leads to
 * @param side who may do it
 */
record Move(String rule, Step step, RemedyState from, RemedyState to, Side side) {

    /** Rules of the beginning, which starts in no state. */
    static final String RECOMMENDATION_MADE = "remedy.recommended";

    static final String MEASURE_SET = "remedy.measure-set";

    static final List<Move> TABLE = List.of(
            new Move("remedy.planned", Step.PLAN, RECOMMENDED, PLANNED, Side.ADDRESSEE),
            new Move("remedy.plan-revised", Step.PLAN, PLANNED, PLANNED, Side.ADDRESSEE),
            new Move("remedy.result-handed-in", Step.RESULT, PLANNED, REPORTED, Side.ADDRESSEE),
            new Move("remedy.verified", Step.VERIFICATION, REPORTED, VERIFIED, Side.RECOMMENDER),
            new Move("remedy.returned", Step.RETURN, REPORTED, PLANNED, Side.RECOMMENDER),
            new Move("remedy.withdrawn", Step.WITHDRAWAL, RECOMMENDED, WITHDRAWN, Side.RECOMMENDER),
            new Move("remedy.plan-withdrawn", Step.WITHDRAWAL, PLANNED, WITHDRAWN, Side.RECOMMENDER));

    /** Who takes a step. */
    enum Side {
        /** The institution it is addressed to. */
        ADDRESSEE,
        /** The institution that recommended. */
        RECOMMENDER
    }

    /** What somebody wants to do, and the noun under which the interface knows it. */
    enum Step {
        PLAN("plan"),
        RESULT("result"),
        VERIFICATION("verification"),
        RETURN("verification"),
        WITHDRAWAL("withdrawal");

        private final String noun;

        Step(String noun) {
            this.noun = noun;
        }

        String noun() {
            return noun;
        }
    }

    /** The step in that state, or a refusal (409) that says which steps are legal. */
    static Move require(Step step, RemedyState from) {
        return TABLE.stream()
                .filter(one -> one.step == step && one.from == from)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        RemedyError.NOT_ALLOWED_NOW, Map.of("state", from.name(), "allowed", allowed(from))));
    }

    /** The nouns that may be put in a state. */
    static List<String> allowed(RemedyState from) {
        return TABLE.stream()
                .filter(one -> one.from == from)
                .map(one -> one.step.noun())
                .distinct()
                .toList();
    }
}
