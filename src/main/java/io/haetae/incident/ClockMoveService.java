package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.rule.RuleRef;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Moves an incident to another version of its reporting clocks: on purpose, by a person, never by itself. */
@ApplicationScoped
class ClockMoveService {

    private final Incidents incidents;
    private final GradeCourse course;
    private final RuleSets rules;
    private final IncidentViews views;
    private final Chronicle chronicle;
    private final CurrentActor current;
    private final Clock clock;

    ClockMoveService(
            Incidents incidents,
            GradeCourse course,
            RuleSets rules,
            IncidentViews views,
            Chronicle chronicle,
            CurrentActor current,
            Clock clock) {
        this.incidents = incidents;
        this.course = course;
        this.rules = rules;
        this.views = views;
        this.chronicle = chronicle;
        this.current = current;
        this.clock = clock;
    }

    /** From now on another version of the rules asks; what was met stays met. Refuses (422) a version that there is not. */
    @Transactional
    public IncidentView move(String number, @Valid ClockCommands.Move said) {
        Actor actor = current.require(Verb.MOVE_CLOCKS.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.MOVE_CLOCKS.check(incident);
        RuleRef active =
                rules.active(RuleSets.REPORTING_CLOCK).orElseThrow(() -> Refusal.field("/version", "required", ""));
        RuleRef to = said.version() == null ? active : RuleRef.pinned(active.ruleSet(), said.version());
        rules.reportingClocks(to, GradeCourse.UNTIL_GRADED); // refuses one that there is not
        String from = incident.clocks.version == null ? "" : incident.clocks.ruleSet + " " + incident.clocks.version;
        course.moveTo(incident, to, views.registerOf(incident), now);
        Map<String, Object> data = new HashMap<>();
        data.put("from", from);
        data.put("to", to.ruleSet() + " " + to.version());
        data.put("reason", said.reason());
        chronicle.write(incident, Verb.MOVE_CLOCKS.rule(), "CLOCK_RULES_MOVED", now, now, data);
        incidents.flush();
        return views.view(incident);
    }
}
