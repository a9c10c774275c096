package io.haetae.intake;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.CorrelationPolicy.Proposes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a machine proposes, and what a person said.
 *
 * @param kind what a person is asked
 * @param rule of which rule set and version it comes from
 * @param since alerts that began later are to be split off; null for other kinds
 * @param carriedOut how it was carried out, null while nobody has confirmed it
 * @param target the cause, the oldest of those to be seen as one, or the incident to split
 */
public record ProposalView(
        UUID id,
        Proposes kind,
        String rule,
        String ruleSet,
        String version,
        String target,
        @Nullable Instant since,
        State state,
        Instant proposedAt,
        List<Member> members,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason,
        @Nullable CarriedOut carriedOut) {

    public ProposalView {
        members = List.copyOf(members);
    }

    /** How it may be carried out. */
    public List<CarriedOut> ways() {
        return CarriedOut.of(kind);
    }

    /** Whether a person has decided. */
    public enum State {
        OPEN,
        CONFIRMED,
        REJECTED
    }

    /**
     * One of the others.
     *
     * @param system to split off; empty otherwise
     * @param taken whether the person took it; null while nobody has decided
     */
    public record Member(
            String incident,
            String system,
            LocalizedText why,
            @Nullable Boolean taken) {}

    /**
     * A confirmed link, as seen from an incident.
     *
     * @param role of the other one: {@code CAUSE}, {@code EFFECT}, {@code JOINED}, {@code SPLIT_FROM}, {@code SPLIT_TO}
     */
    public record Link(String role, String incident, String by, Instant at, String reason) {}
}
