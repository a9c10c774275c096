package io.haetae.remedy.survey;

import static io.haetae.remedy.survey.SurveyState.ANNOUNCED;
import static io.haetae.remedy.survey.SurveyState.CANCELLED;
import static io.haetae.remedy.survey.SurveyState.CLOSED;

import io.haetae.remedy.Steps;
import io.haetae.remedy.Steps.Move;
import java.util.List;

/** What is done with a survey; {@link #TABLE} says when. */
enum SurveyStep implements Steps.Named {
    VISIT("visit"),
    /** By an institution addressed; everything else by the authority. */
    ANSWERS("answers"),
    FINDING("findings"),
    RECOMMENDATION("recommendation"),
    CLOSURE("closure"),
    CANCELLATION("cancellation");

    /** Rule of the beginning, which starts in no state. */
    static final String BEGUN = "remedy.survey-announced";

    static final Steps<SurveyStep, SurveyState> TABLE = new Steps<>(
            SurveyError.NOT_ALLOWED_NOW,
            List.of(
                    new Move<>("remedy.survey-visit-set", VISIT, ANNOUNCED, ANNOUNCED),
                    new Move<>("remedy.survey-answered", ANSWERS, ANNOUNCED, ANNOUNCED),
                    new Move<>("remedy.survey-finding-recorded", FINDING, ANNOUNCED, ANNOUNCED),
                    new Move<>("remedy.survey-recommended", RECOMMENDATION, ANNOUNCED, ANNOUNCED),
                    new Move<>("remedy.survey-closed", CLOSURE, ANNOUNCED, CLOSED),
                    new Move<>("remedy.survey-cancelled", CANCELLATION, ANNOUNCED, CANCELLED),
                    new Move<>("remedy.survey-recommended-after", RECOMMENDATION, CLOSED, CLOSED)));

    private final String noun;

    SurveyStep(String noun) {
        this.noun = noun;
    }

    @Override
    public String noun() {
        return noun;
    }
}
