package io.haetae.incident;

import io.haetae.incident.FailureGrading.Outcome;
import io.haetae.incident.GradeRecord.Origin;
import io.haetae.kernel.CurrentActor;
import io.haetae.register.SystemView;
import io.haetae.rule.FailureGradeEvaluation;
import io.haetae.rule.ReportingClocks;
import io.haetae.rule.RuleRef;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a failure grade brings with it through the life of an incident: clocks, call-out, timeline. */
@ApplicationScoped
class GradeCourse {

    /** Without a grade the worst one chooses clocks and call-out: not knowing must not be quieter than knowing. */
    static final int UNTIL_GRADED = 1;

    private final FailureGrading grading;
    private final RuleSets rules;
    private final Telling telling;
    private final ReportingClockwork clockwork;
    private final Periods periods;
    private final Chronicle chronicle;
    private final CurrentActor current;

    GradeCourse(
            FailureGrading grading,
            RuleSets rules,
            Telling telling,
            ReportingClockwork clockwork,
            Periods periods,
            Chronicle chronicle,
            CurrentActor current) {
        this.grading = grading;
        this.rules = rules;
        this.telling = telling;
        this.clockwork = clockwork;
        this.periods = periods;
        this.chronicle = chronicle;
        this.current = current;
    }

    FailureGradeEvaluation preview(Incident incident, Collection<SystemView> register, Instant now) {
        return grading.preview(incident, register, now);
    }

    /** A new incident: graded, its clocks started, people called. */
    void begin(
            Incident incident,
            Collection<SystemView> register,
            @Nullable Integer declared,
            @Nullable String reason,
            Instant now) {
        periods.persist(new Period(incident.id, 1, incident.onset()));
        grading.evaluate(incident, register, now);
        if (declared != null) {
            grading.decide(
                    incident,
                    now,
                    Origin.DECLARED,
                    declared,
                    reason,
                    current.get().name());
        }
        Map<String, Object> data = new HashMap<>(grade(incident));
        data.put("title", incident.title);
        data.put("systems", incident.systems.size());
        chronicle.write(incident, "incident.declared", "DECLARED", incident.recordedAt, now, data);
        telling.guard(incident);
        policy(incident).ifPresent(policy -> clockwork.ask(incident, register, policy, now));
        telling.callOut(incident, register, now);
    }

    /** Facts have changed; the grade may follow, and so do the clocks. */
    void factsChanged(Incident incident, Collection<SystemView> register, Map<String, Object> what, Instant now) {
        chronicle.write(incident, Verb.CHANGE_FACTS.rule(), "FACTS_CHANGED", now, now, what);
        telling.guard(incident);
        if (!regrade(incident, register, now)) {
            policy(incident).ifPresent(policy -> clockwork.askAgain(incident, register, policy, now));
        }
    }

    /** Evaluates anew; a worse grade sets the clocks anew and calls out again. Says whether it is worse. */
    boolean regrade(Incident incident, Collection<SystemView> register, Instant now) {
        Outcome outcome = grading.evaluate(incident, register, now);
        if (outcome == Outcome.PROPOSED) {
            chronicle.write(incident, "incident.grade-proposed", "GRADE_PROPOSED", now, now, grade(incident));
        }
        if (outcome != Outcome.RAISED) {
            return false;
        }
        chronicle.write(incident, "incident.grade-raised", "GRADE_RAISED", now, now, grade(incident));
        retell(incident, register, now);
        return true;
    }

    /** A person decided on the grade. A worse one tells everybody again; a milder one only sets the clocks. */
    void decided(Incident incident, Collection<SystemView> register, GradeDecision decision, int grade, Instant now) {
        Integer before = incident.failureGrade;
        Origin origin = Origin.valueOf(decision.outcome().name());
        grading.decide(
                incident, now, origin, grade, decision.reason(), current.get().name());
        Map<String, Object> data = new HashMap<>(grade(incident));
        data.put("outcome", decision.outcome().name());
        data.put("reason", Objects.requireNonNullElse(decision.reason(), ""));
        chronicle.write(incident, Verb.DECIDE_GRADE.rule(), "GRADE_" + decision.outcome(), now, now, data);
        if (Objects.equals(before, grade)) {
            return;
        }
        boolean open = incident.state == IncidentState.OPEN;
        if (open && (before == null || grade < before)) {
            retell(incident, register, now);
        } else {
            policy(incident).ifPresent(policy -> clockwork.ask(incident, register, policy, now));
        }
    }

    /** Clocks and call-out for the grade in force, from the start. */
    void retell(Incident incident, Collection<SystemView> register, Instant now) {
        incident.acknowledgedAt = null;
        policy(incident).ifPresent(policy -> clockwork.ask(incident, register, policy, now));
        telling.callOut(incident, register, now);
    }

    /** An answer was taken back: the call-out runs anew. */
    void callAgain(Incident incident, Collection<SystemView> register, Instant now) {
        telling.callOut(incident, register, now);
    }

    /** A person knows now: the clocks that run from recognition start. */
    void recognised(Incident incident, Collection<SystemView> register, Instant now) {
        policy(incident).ifPresent(policy -> clockwork.ask(incident, register, policy, now));
    }

    /** The last system has recovered: nobody else is called, the clocks after recovery start. */
    void recovered(Incident incident, Collection<SystemView> register, Instant now) {
        telling.end(incident, "recovered");
        policy(incident).ifPresent(policy -> clockwork.ask(incident, register, policy, now));
    }

    /** It is over: closed, or cancelled with whatever would still have come. */
    void over(Incident incident, String why, boolean withAfterRecovery, Instant now) {
        incident.regradeAt = null;
        telling.end(incident, why);
        clockwork.end(incident, withAfterRecovery, now);
    }

    /** The number of the measurement that runs. */
    int measurement(Incident incident) {
        return clockwork.measurement(incident);
    }

    /** It has taken another one in: graded anew, and its clocks count from the earlier beginning. */
    void merged(Incident incident, Collection<SystemView> register, Map<String, Object> what, Instant now) {
        Period period = periods.current(incident.id);
        if (incident.reopenedAt == null) {
            period.beganAt = incident.onset();
        }
        chronicle.write(incident, Verb.CHANGE_FACTS.rule(), "TOOK_IN", now, now, what);
        telling.guard(incident);
        if (!regrade(incident, register, now)) {
            policy(incident).ifPresent(policy -> clockwork.ask(incident, register, policy, now));
        }
    }

    /** Systems were taken out of it: it may be milder now, which a person decides. */
    void split(Incident incident, Collection<SystemView> register, Map<String, Object> what, Instant now) {
        chronicle.write(incident, Verb.SPLIT.rule(), "SPLIT", now, now, what);
        if (!regrade(incident, register, now)) {
            policy(incident).ifPresent(policy -> clockwork.askAgain(incident, register, policy, now));
        }
    }

    /** A closing was taken back: what it ended goes on. */
    void notOver(Incident incident, Instant endedAt, Instant now) {
        clockwork.resume(incident, endedAt, now);
    }

    /** It had not recovered after all: the clocks after recovery stop, and whoever was called is called again. */
    void reopened(Incident incident, Collection<SystemView> register, Instant now) {
        if (!regrade(incident, register, now)) {
            retell(incident, register, now);
        }
    }

    IncidentClock completeClock(
            Incident incident, String kind, Instant at, String by, @Nullable String how, Instant now) {
        return clockwork.meet(incident, kind, at, by, how, now);
    }

    /** What was met belongs to the incident that takes this one in. */
    void handOver(Incident source, Incident survivor, int measurement, Instant now) {
        clockwork.handOver(source, survivor, measurement, now);
    }

    /** The reporting clocks of the grade in force, by the version that the incident began with. */
    Optional<ReportingClocks> policy(Incident incident) {
        int grade = Objects.requireNonNullElse(incident.failureGrade, UNTIL_GRADED);
        if (incident.clocks.ruleSet == null || incident.clocks.version == null) {
            rules.active(RuleSets.REPORTING_CLOCK).ifPresent(active -> pin(incident, active));
        }
        return incident.clocks.ruleSet == null || incident.clocks.version == null
                ? Optional.empty()
                : Optional.of(
                        rules.reportingClocks(RuleRef.pinned(incident.clocks.ruleSet, incident.clocks.version), grade));
    }

    /** From now on another version asks. */
    void moveTo(Incident incident, RuleRef version, Collection<SystemView> register, Instant now) {
        pin(incident, version);
        policy(incident).ifPresent(policy -> clockwork.ask(incident, register, policy, now));
    }

    private static void pin(Incident incident, RuleRef version) {
        incident.clocks.ruleSet = version.ruleSet();
        incident.clocks.version = version.version();
    }

    private static Map<String, Object> grade(Incident incident) {
        Map<String, Object> data = new HashMap<>();
        data.put("grade", Objects.requireNonNullElse(incident.failureGrade, 0));
        data.put("computed", Objects.requireNonNullElse(incident.computedGrade, 0));
        return data;
    }
}
