package io.haetae.continuity;

import io.haetae.continuity.relief.Outage;
import io.haetae.deadline.WorkingCalendar;
import io.haetae.incident.IncidentOutages;
import io.haetae.rule.RuleRef;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Gathers what decides about the deadlines of an activation, as it is known now. */
@ApplicationScoped
class Situations {

    private final ActivationRows rows;
    private final PlanRows plans;
    private final RuleSets rules;
    private final IncidentOutages incidents;
    private final WorkingCalendar calendar;

    Situations(
            ActivationRows rows, PlanRows plans, RuleSets rules, IncidentOutages incidents, WorkingCalendar calendar) {
        this.rows = rows;
        this.plans = plans;
        this.rules = rules;
        this.incidents = incidents;
        this.calendar = calendar;
    }

    Deadlines of(Activation activation) {
        Integer version = activation.planVersion();
        PlanView plan = version == null
                ? null
                : plans.version(activation.system(), version).orElse(null);
        List<Outage> outages = incidents.of(activation.system(), activation.exercise()).stream()
                .map(Situations::outage)
                .toList();
        return new Deadlines(
                rules.deadlineRules(RuleRef.pinned(activation.ruleSet(), activation.ruleVersion())),
                calendar,
                plan,
                rows.extensions(activation.id()),
                outages);
    }

    /** Times that people corrected may cross for a while; such an outage has no length. */
    private static Outage outage(IncidentOutages.Downtime down) {
        Instant until = down.until();
        return new Outage(until != null && until.isBefore(down.from()) ? until : down.from(), until);
    }
}
