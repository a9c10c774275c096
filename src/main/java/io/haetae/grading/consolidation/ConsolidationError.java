package io.haetae.grading.consolidation;

import io.haetae.kernel.ErrorCode;

/** Refusals of consolidation. */
enum ConsolidationError implements ErrorCode {
    /** Only people of the owner, or of an institution above it, say how much a system was used. */
    NOT_THE_OWNER("grading.use-not-the-owner", Kind.FORBIDDEN),
    /** The file is no table of that kind; says which columns it needs. */
    NO_TABLE("grading.use-no-table", Kind.INVALID),
    /** The file is longer than one government. */
    TOO_MANY_ROWS("grading.use-too-many-rows", Kind.INVALID),
    /** No rules are in force by which one could look. */
    NO_RULES("grading.consolidation-no-rules", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    ConsolidationError(String code, Kind kind) {
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
