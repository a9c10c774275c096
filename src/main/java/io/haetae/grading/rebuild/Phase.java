package io.haetae.grading.rebuild;

/** Where a rebuild stands. */
public enum Phase {
    /** 계획. */
    PLANNED,
    /** 분석·설계 완료. */
    DESIGNED,
    /** 과업범위 재확정. */
    SCOPE_REDEFINED,
    /** 구축. */
    UNDER_CONSTRUCTION,
    /** 개통. */
    OPENED,
    /** 중단. */
    STOPPED;

    /** Whether nothing follows. */
    public boolean over() {
        return this == OPENED || this == STOPPED;
    }
}
