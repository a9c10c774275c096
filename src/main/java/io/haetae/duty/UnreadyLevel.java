package io.haetae.duty;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A level of a call-out that would not reach anybody for sure.
 *
 * @param id of the finding
 * @param institution at which
 * @param policy of which policy
 * @param policyVersion its version
 * @param failureGrade for which 장애등급
 * @param level which level
 * @param functions whom it calls
 * @param kind what is wrong
 * @param foundAt since when it is known
 * @param mendedAt since when it is no longer so, or null
 */
public record UnreadyLevel(
        UUID id,
        String institution,
        String policy,
        String policyVersion,
        int failureGrade,
        int level,
        List<String> functions,
        Kind kind,
        Instant foundAt,
        @Nullable Instant mendedAt) {

    public UnreadyLevel {
        functions = List.copyOf(functions);
    }

    /** What is wrong with a level. */
    public enum Kind {
        /** Nobody holds any of its functions. */
        NOBODY,
        /** Whoever holds them has no proved address: only somebody who looks at this service learns of it. */
        UNVERIFIED,
        /** All ways to those who hold them depend on the same system: one fault silences the level. */
        ONE_WAY
    }

    boolean sameAs(UnreadyLevel other) {
        return policy.equals(other.policy)
                && failureGrade == other.failureGrade
                && level == other.level
                && kind == other.kind;
    }
}
