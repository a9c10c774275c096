package io.haetae.incident;

/** Who does what while an incident is worked, apart from who may do what. */
public enum ResponseRole {
    /** 지휘: decides and divides the work. */
    COMMANDER,
    /** 기록: writes the timeline. */
    SCRIBE,
    /** 연락: speaks with institutions and the public. */
    LIAISON
}
