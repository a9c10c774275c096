package io.haetae.support;

/** The two sides of a support request; one asks, the other answers. */
public enum Party {
    /** Operators and officers of the institutions that own or operate the system, or stand above them. */
    INSTITUTION,
    /** 사이버장애지원단. */
    TEAM;

    Party other() {
        return this == INSTITUTION ? TEAM : INSTITUTION;
    }
}
