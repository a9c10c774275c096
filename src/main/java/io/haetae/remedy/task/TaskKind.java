package io.haetae.remedy.task;

/** What sort of task it is. */
public enum TaskKind {
    /** 즉시 추진. */
    IMMEDIATE,
    /** 중장기 추진. */
    MID_TO_LONG_TERM,
    /** 법령 정비. */
    LEGAL_REVISION
}
