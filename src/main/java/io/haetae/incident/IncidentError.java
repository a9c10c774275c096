package io.haetae.incident;

import io.haetae.kernel.ErrorCode;

enum IncidentError implements ErrorCode {
    /** The state does not allow the step; says which steps it does. */
    NOT_ALLOWED_NOW("incident.not-allowed-now", Kind.CONFLICT),
    /** Of a major system, only the situation room decides the failure grade. */
    SITUATION_ROOM_DECIDES("incident.situation-room-decides", Kind.FORBIDDEN),
    /** It has a history and a review of its own; only one that has not recovered yet is merged. */
    RECOVERED_BEFORE("incident.recovered-before", Kind.CONFLICT),
    /** Somebody has answered before. */
    ACKNOWLEDGED_ALREADY("incident.acknowledged-already", Kind.CONFLICT),
    /** Something has happened since, which taking it back would undo too. */
    CHANGED_SINCE("incident.changed-since", Kind.CONFLICT),
    /** The time for taking it back is over, or it has been taken back. */
    NOT_UNDONE("incident.not-undone", Kind.CONFLICT),
    /** The file is too large or of a kind that is not taken. */
    FILE_REFUSED("incident.file-refused", Kind.UNPROCESSABLE),
    /** Whoever wrote a statement does not approve it. */
    ANOTHER_PERSON_APPROVES("incident.another-person-approves", Kind.FORBIDDEN),
    /** Nobody holds that role of the incident. */
    NOBODY_HOLDS_IT("incident.nobody-holds-it", Kind.CONFLICT),
    /** A duty by law, or one whose rules do not let a person pause it. */
    CLOCK_NEVER_PAUSES("incident.clock-never-pauses", Kind.CONFLICT),
    /** Its time has come already; a pause does not undo that. */
    CLOCK_RUN_OUT("incident.clock-run-out", Kind.CONFLICT),
    /** Nobody has paused it, or the pause is over. */
    CLOCK_NOT_PAUSED("incident.clock-not-paused", Kind.CONFLICT),
    /** There is no open clock of that kind. */
    NO_SUCH_CLOCK("incident.no-such-clock", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    IncidentError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
