package io.haetae.rule.engine;

/**
 * A fact that a rule set cannot read.
 *
 * @param pointer JSON pointer to it, from the facts
 * @param problem what is wrong
 * @param value what was given, empty when missing
 * @param allowed what is allowed, in the words of the rule set
 */
public record FactError(String pointer, Kind problem, String value, String allowed) {

    /** What is wrong with a fact. */
    public enum Kind {
        MISSING,
        WRONG_TYPE,
        NOT_ALLOWED,
        UNKNOWN
    }
}
