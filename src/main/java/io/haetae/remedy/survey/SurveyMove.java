package io.haetae.remedy.survey;

import static io.haetae.remedy.survey.SurveyState.ANNOUNCED;
import static io.haetae.remedy.survey.SurveyState.CANCELLED;
import static io.haetae.remedy.survey.SurveyState.CLOSED;

import io.haetae.kernel.Refusal;
import java.util.List;
import java.util.Map;

/**
 * One legal step of a survey; {@link #TABLE} holds them all.
 *
 * @param rule its name, which is written into the journal
 * @param step what is done
 * @param from the state it starts in
 * @param to the state it leads to
 */
record SurveyMove(String rule, Step step, SurveyState from, SurveyState to) {

    /** Rule of the beginning, which starts in no state. */
    static final String BEGUN = "remedy.survey-announced";

    static final List<SurveyMove> TABLE = List.of(
            new SurveyMove("remedy.survey-visit-set", Step.VISIT, ANNOUNCED, ANNOUNCED),
            new SurveyMove("remedy.survey-answered", Step.ANSWERS, ANNOUNCED, ANNOUNCED),
            new SurveyMove("remedy.survey-finding-recorded", Step.FINDING, ANNOUNCED, ANNOUNCED),
            new SurveyMove("remedy.survey-recommended", Step.RECOMMENDATION, ANNOUNCED, ANNOUNCED),
            new SurveyMove("remedy.survey-closed", Step.CLOSURE, ANNOUNCED, CLOSED),
            new SurveyMove("remedy.survey-cancelled", Step.CANCELLATION, ANNOUNCED, CANCELLED),
            new SurveyMove("remedy.survey-recommended-after", Step.RECOMMENDATION, CLOSED, CLOSED));

    /** What somebody wants to do, and the noun under which the interface knows it. */
    enum Step {
        VISIT("visit"),
        /** By an institution addressed; everything else by the authority. */
        ANSWERS("answers"),
        FINDING("findings"),
        RECOMMENDATION("recommendation"),
        CLOSURE("closure"),
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
    static SurveyMove require(Step step, SurveyState from) {
        return TABLE.stream()
                .filter(one -> one.step == step && one.from == from)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        SurveyError.NOT_ALLOWED_NOW,
                        Map.of(
                                "state",
                                from.name(),
                                "allowed",
                                from(from).stream().map(Step::noun).toList())));
    }

    /** The steps that may be taken in a state. */
    static List<Step> from(SurveyState from) {
        return TABLE.stream()
                .filter(one -> one.from == from)
                .map(SurveyMove::step)
                .toList();
    }
}
