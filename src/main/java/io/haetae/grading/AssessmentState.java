package io.haetae.grading;

/** Where an assessment stands. */
public enum AssessmentState {
    /** 작성 중: with the owner, nobody else sees it. */
    DRAFT,
    /** 제출: with the central authority, to be decided. */
    SUBMITTED,
    /** 보완 요청: back with the owner. */
    COMPLETION_REQUESTED,
    /** 통보: decided, the owner was told, the register carries the grade. */
    NOTIFIED,
    /** 이의 신청: with the central authority once more. */
    APPEALED;

    /** Whether the owner may still write the facts. */
    public boolean isWithOwner() {
        return this == DRAFT || this == COMPLETION_REQUESTED;
    }

    /** Whether the central authority has to decide. */
    public boolean isWithAuthority() {
        return this == SUBMITTED || this == APPEALED;
    }
}
