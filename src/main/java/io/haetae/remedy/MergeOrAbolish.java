package io.haetae.remedy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is recommended of a service (전자정부법 제23조).
 *
 * @param kind which of the two
 * @param into code of the system it becomes part of; only for a merge
 */
public record MergeOrAbolish(
        @NotNull Kind kind, @Nullable @Size(max = 40) String into) {

    /** 통합 or 폐지. */
    public enum Kind {
        /** 통합: it becomes part of another system. */
        MERGE,
        /** 폐지: it ends, and nothing takes its place. */
        ABOLISH
    }
}
