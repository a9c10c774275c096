package io.haetae.rule;

import io.haetae.kernel.ErrorCode;

/** Refusals of this room. */
enum RuleError implements ErrorCode {
    /** A kind of rules without any version in force: the folder held none that could be read. */
    NONE_ACTIVE("rule.none-active", Kind.UNAVAILABLE),
    /** The rule set is of another kind than the one asked for. */
    WRONG_KIND("rule.wrong-kind", Kind.UNPROCESSABLE),
    /** A rule could not be evaluated, which no facts should bring about. */
    NOT_EVALUATED("rule.not-evaluated", Kind.UNAVAILABLE),
    /** A text that is no rule set; says every place that is wrong. */
    FILE_REFUSED("rule.file-refused", Kind.UNPROCESSABLE),
    /** A version never changes: another text needs another number. */
    VERSION_TAKEN("rule.version-taken", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    RuleError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
