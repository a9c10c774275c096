package io.haetae.remedy.survey;

/** Where a survey stands. */
public enum SurveyState {
    /** Announced: institutions answer, people visit them, findings are written down. */
    ANNOUNCED,
    /** Nothing is asked any more; recommendations may still follow. */
    CLOSED,
    /** It does not take place. */
    CANCELLED
}
