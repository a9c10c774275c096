package io.haetae.procedure.engine;

/** What kind of step it is. */
public enum StepKind {
    /** Somebody does something. */
    ACTION,
    /** Somebody chooses one of the options; each leads somewhere. */
    DECISION,
    /** So many of so many approve. */
    APPROVAL,
    /** Until a fact of the subject or for a time; ends by itself. */
    WAIT,
    /** Telling the public or others, again and again. */
    GUIDANCE,
    /** Branches at the same time; ends by itself when all have ended. */
    PARALLEL;

    /** Whether people carry it out. */
    public boolean isDoneByPeople() {
        return this != WAIT && this != PARALLEL;
    }
}
