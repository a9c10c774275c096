package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.rule.FailureFacts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table of what may be done to an incident: by which roles, in which states, under which name in the journal. The
 * noun is the last part of the path.
 */
enum Verb {
    CHANGE_FACTS("facts", "incident.facts-changed", Roles.WORK, IncidentState.OPEN, IncidentState.RECOVERED),
    DECIDE_GRADE("grade", "incident.grade-decided", Roles.WORK, IncidentState.OPEN, IncidentState.RECOVERED),
    ACKNOWLEDGE("acknowledgement", "incident.acknowledged", Roles.ANSWER, IncidentState.OPEN),
    RECOVER("recoveries", "incident.recovered", Roles.WORK, IncidentState.OPEN),
    CLOSE("closure", "incident.closed", Roles.WORK, IncidentState.RECOVERED),
    REOPEN("closure", "incident.reopened", Roles.WORK, IncidentState.CLOSED, IncidentState.RECOVERED),
    CANCEL("cancellation", "incident.cancelled", Roles.WORK, IncidentState.OPEN),
    /** Only of a feared failure. */
    OCCUR("occurrence", "incident.feared-occurred", Roles.WORK, IncidentState.OPEN),
    /** Only of a feared failure. */
    STAND_DOWN("stand-down", "incident.stood-down", Roles.WORK, IncidentState.OPEN),
    ASSIGN_ROLE("roles", "incident.role-assigned", Roles.WORK, IncidentState.OPEN, IncidentState.RECOVERED),
    LINK("links", "incident.linked", Roles.WORK, IncidentState.values()),
    CLASSIFY(
            "cause",
            "incident.cause-classified",
            Roles.WORK,
            IncidentState.OPEN,
            IncidentState.RECOVERED,
            IncidentState.CLOSED),
    MERGE("merger", "incident.merged", Roles.WORK, IncidentState.OPEN),
    SPLIT("splits", "incident.split", Roles.WORK, IncidentState.OPEN),
    COMPLETE_CLOCK("clocks", "incident.clock-met", Roles.WORK, IncidentState.values()),
    PAUSE_CLOCK(
            "clock-pauses",
            "incident.clock-paused",
            Roles.WORK,
            IncidentState.OPEN,
            IncidentState.RECOVERED,
            IncidentState.CLOSED),
    MOVE_CLOCKS("clock-rules", "incident.clock-rules-moved", Roles.WORK, IncidentState.OPEN, IncidentState.RECOVERED),
    RECOMPUTE_CLOCKS("clock-recomputation", "incident.clocks-recomputed", Roles.WORK, IncidentState.values()),
    ESCALATE("escalations", "incident.escalated", Roles.WORK, IncidentState.OPEN),
    NOTE("timeline", "incident.noted", Roles.ANSWER, IncidentState.values());

    private final String noun;
    private final String rule;
    private final Set<Role> roles;
    private final Set<IncidentState> states;

    Verb(String noun, String rule, Set<Role> roles, IncidentState... states) {
        this.noun = noun;
        this.rule = rule;
        this.roles = roles;
        this.states = EnumSet.copyOf(Arrays.asList(states));
    }

    /** Name of the rule, written to the journal. */
    String rule() {
        return rule;
    }

    Role[] roles() {
        return roles.toArray(Role[]::new);
    }

    /** Whether the state allows it and one of the actor's roles does. */
    boolean isOpenTo(Actor actor, IncidentState state, FailureFacts.Kind kind) {
        return isOpen(state, kind) && actor.hasAny(roles());
    }

    private boolean isOpen(IncidentState state, FailureFacts.Kind kind) {
        boolean ofFears = this == OCCUR || this == STAND_DOWN;
        return states.contains(state) && (!ofFears || kind == FailureFacts.Kind.FEARED);
    }

    /** Refuses (409) what neither the state nor the kind of the incident allows, and says what is allowed instead. */
    void check(Incident incident) {
        if (!isOpen(incident.state, incident.kind)) {
            throw new Refusal(
                    IncidentError.NOT_ALLOWED_NOW,
                    Map.of(
                            "step",
                            noun,
                            "state",
                            incident.state.name(),
                            "allowed",
                            allowed(incident.state, incident.kind)));
        }
    }

    /** The nouns that may be put in a state. */
    static List<String> allowed(IncidentState state, FailureFacts.Kind kind) {
        return Arrays.stream(values())
                .filter(verb -> verb.isOpen(state, kind))
                .map(verb -> verb.noun)
                .distinct()
                .toList();
    }

    private static final class Roles {
        /** Who works an incident. */
        static final Set<Role> WORK = EnumSet.of(Role.OPERATOR, Role.SITUATION, Role.SUPPORT);
        /** Who may have been called, and so may answer and write to the timeline. */
        static final Set<Role> ANSWER = EnumSet.of(Role.OPERATOR, Role.SITUATION, Role.SUPPORT, Role.OFFICER, Role.HQ);
    }
}
