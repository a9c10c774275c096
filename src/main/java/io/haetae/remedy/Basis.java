package io.haetae.remedy;

/** Why something is to be done. */
public enum Basis {
    /** 개선권고 after a review of a failure (시행령 제70조의5 ⑦). */
    REVIEW,
    /** 개선권고 after a status survey or inspection (시행령 제70조의4 ⑤). */
    SURVEY,
    /** A measure the institution has set itself; its plan stands from the beginning. */
    OWN
}
