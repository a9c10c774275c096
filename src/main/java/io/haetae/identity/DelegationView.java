package io.haetae.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delegation as both sides see it.
 *
 * @param institution for which the act is done
 * @param holder name of the person whose right it is
 * @param giver name of who handed it over, another one when it was passed on
 * @param person log-in name of who received it, null when an institution did
 * @param personName the same as people read it
 * @param toInstitution the institution that received it, null when a person did
 * @param source the delegation that was passed on
 * @param mayRevoke whether this reader may take it back now
 * @param mayPass whether this reader may hand it over in turn now
 */
public record DelegationView(
        UUID id,
        String act,
        String institution,
        String holder,
        String giver,
        @Nullable String person,
        @Nullable String personName,
        @Nullable String toInstitution,
        Instant from,
        Instant until,
        boolean mayPassOn,
        @Nullable UUID source,
        String reason,
        @Nullable String document,
        State state,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable String revocationReason,
        boolean mayRevoke,
        boolean mayPass) {

    /** Whether it counts. */
    public enum State {
        PLANNED,
        IN_FORCE,
        ENDED,
        REVOKED,
        /** Whose right it is holds it no more. */
        LAPSED
    }

    /** Whether it counts now. */
    public boolean inForce() {
        return state == State.IN_FORCE;
    }
}
