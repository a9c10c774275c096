package io.haetae.register;

/** How the entry of a system ends. */
public enum EndedAs {
    /** It was several systems, which take its place (분할). */
    SPLIT,
    /** It goes on in another entry (통합). */
    MERGE,
    /** Nothing takes its place (폐기). */
    RETIREMENT
}
