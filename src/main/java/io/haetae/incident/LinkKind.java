package io.haetae.incident;

/** How an incident belongs to another thing. */
public enum LinkKind {
    /** The other is what this one is part of. */
    PARENT,
    /** The other is the same, recorded twice and kept apart. */
    DUPLICATE_OF,
    /** A change (변경) brought it about. */
    CAUSED_BY_CHANGE,
    RELATED,
    /** It was made of systems taken out of the other. */
    SPLIT_FROM
}
