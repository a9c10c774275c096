package io.haetae.register;

/** Kinds of site. */
public enum SiteKind {
    /** A centre of the National Information Resources Service (국가정보자원관리원). */
    NIRS,
    /** An institution's own machine room. */
    OWN,
    /** A private cloud that an institution uses. */
    PRIVATE_CLOUD
}
