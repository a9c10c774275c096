package io.haetae.intake;

import io.haetae.kernel.ErrorCode;

enum IntakeError implements ErrorCode {
    /** So much is being taken in that this must wait; nothing of it was kept. */
    OVERLOADED("intake.overloaded", Kind.UNAVAILABLE),
    /** The alert has a system, or people have dealt with it. */
    NOT_WAITING("intake.not-waiting", Kind.CONFLICT),
    /** The silence has ended. */
    SILENCE_OVER("intake.silence-over", Kind.CONFLICT),
    /** The heartbeat is expected no longer. */
    HEARTBEAT_RETIRED("intake.heartbeat-retired", Kind.CONFLICT),
    /** A person has decided about the proposal. */
    DECIDED("intake.decided", Kind.CONFLICT),
    /** The alerts to be split off are over. */
    NOTHING_TO_SPLIT("intake.nothing-to-split", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    IntakeError(String code, Kind kind) {
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
