package io.haetae.web;

/** By what a board puts incidents together. */
enum Grouping {
    /** 장애등급. */
    GRADE,
    /** The crisis it belongs to. */
    CRISIS,
    /** Where its systems stand. */
    SITE,
    /** Whose systems they are. */
    INSTITUTION,
    /** The incident that a person confirmed as its cause. */
    CAUSE;

    /** The one that the key for the next grouping leads to. */
    Grouping next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
