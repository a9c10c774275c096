package io.haetae.intake;

/** What became of an alert. */
public enum Outcome {
    /** New, and the first of its system: an incident was opened. */
    OPENED,
    /** It was open already; counted. */
    DUPLICATE,
    /** New, and its system is in an open incident: added to it. */
    ATTACHED,
    /** Taken in without telling people, because somebody asked for quiet. */
    QUIETED,
    /** New, and names no system that the source may speak for: waits for people. */
    UNKNOWN_SYSTEM,
    /** Over; the incident stays open until people say that it has recovered. */
    RESOLVED,
    /** Could not be read. The others of the same post were taken in. */
    REFUSED
}
