package io.haetae.incident;

import io.haetae.incident.GradeRecord.Origin;
import io.haetae.kernel.Ids;
import io.haetae.register.SystemView;
import io.haetae.rule.FailureFacts;
import io.haetae.rule.FailureGradeEvaluation;
import io.haetae.rule.FailureGradeResult;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Grades failures. The rule set may make a grade worse at once; what it finds milder stays a proposal. A grade that a
 * person decided is overridden only by something worse than what the rule set said when the person decided.
 */
@ApplicationScoped
class FailureGrading {

    /** How soon a rule set that failed is tried again. */
    private static final Duration RETRY = Duration.ofMinutes(1);

    private final FactsOfFailure facts;
    private final RuleSets rules;
    private final GradeRecords records;

    FailureGrading(FactsOfFailure facts, RuleSets rules, GradeRecords records) {
        this.facts = facts;
        this.rules = rules;
        this.records = records;
    }

    /** What an evaluation changed. */
    enum Outcome {
        /** The grade in force is new, or worse than before. */
        RAISED,
        /** The rule set finds it milder now than the grade in force. */
        PROPOSED,
        UNCHANGED
    }

    /** Evaluates without keeping anything. */
    FailureGradeEvaluation preview(Incident incident, Collection<SystemView> register, Instant now) {
        return rules.evaluateFailureGrade(facts(incident, register, now), FactsOfFailure.authority(register));
    }

    private FailureFacts facts(Incident incident, Collection<SystemView> register, Instant now) {
        boolean byTolerance = rules.failureGradeAsks(FailureFacts.TOLERATED, FactsOfFailure.authority(register));
        return facts.of(incident, register, now, byTolerance);
    }

    /** Evaluates an open incident, keeps the result and sets when time alone may change it. */
    Outcome evaluate(Incident incident, Collection<SystemView> register, Instant now) {
        if (incident.unrecovered().isEmpty()) {
            incident.regradeAt = null;
            return Outcome.UNCHANGED;
        }
        FailureFacts known = facts(incident, register, now);
        FailureGradeEvaluation evaluation = rules.evaluateFailureGrade(known, FactsOfFailure.authority(register));
        incident.regradeAt = incident.state == IncidentState.OPEN ? next(evaluation, now) : null;
        FailureGradeResult result = evaluation.result();
        if (result == null) {
            if (incident.computedGrade != null
                    || records.latestComputed(incident.id).isEmpty()) {
                incident.computedGrade = null;
                records.persist(record(incident, now, Origin.COMPUTED, evaluation));
            }
            return Outcome.UNCHANGED;
        }
        return apply(incident, now, evaluation, result.grade());
    }

    private Outcome apply(Incident incident, Instant now, FailureGradeEvaluation evaluation, int computed) {
        Integer before = incident.computedGrade;
        Integer inForce = incident.failureGrade;
        incident.computedGrade = computed;
        if (inForce == null || (computed < inForce && isWorseThanDecided(incident, computed))) {
            incident.failureGrade = computed;
            incident.proceduresDueAt = now;
            incident.gradeProvisional = true;
            incident.computedWhenDecided = null;
            records.persist(record(incident, now, Origin.COMPUTED, evaluation));
            return Outcome.RAISED;
        }
        if (Objects.equals(before, computed)) {
            return Outcome.UNCHANGED;
        }
        Origin origin = computed > inForce ? Origin.PROPOSED : Origin.COMPUTED;
        records.persist(record(incident, now, origin, evaluation));
        return origin == Origin.PROPOSED ? Outcome.PROPOSED : Outcome.UNCHANGED;
    }

    private static boolean isWorseThanDecided(Incident incident, int computed) {
        return incident.computedWhenDecided == null || computed < incident.computedWhenDecided;
    }

    /**
     * When time alone may change it. Minutes are counted in full, so the limit may fall up to a minute earlier than the
     * rule set says; looking then is harmless.
     */
    private static @Nullable Instant next(FailureGradeEvaluation evaluation, Instant now) {
        FailureGradeResult result = evaluation.result();
        if (result == null) {
            return now.plus(RETRY);
        }
        return Optional.ofNullable(result.nextGrade().worse())
                .map(worse -> now.plus(Duration.ofMinutes(worse.inMinutes())))
                .orElse(null);
    }

    /** A person declares, confirms or changes. */
    void decide(Incident incident, Instant now, Origin origin, int grade, @Nullable String reason, String by) {
        incident.failureGrade = grade;
        incident.proceduresDueAt = now;
        incident.gradeProvisional = origin == Origin.DECLARED;
        incident.computedWhenDecided = incident.computedGrade;
        GradeRecord record = new GradeRecord(Ids.at(now), incident.id, now, origin, grade);
        record.reason = reason;
        record.decidedBy = by;
        records.persist(record);
    }

    private static GradeRecord record(Incident incident, Instant now, Origin origin, FailureGradeEvaluation from) {
        FailureGradeResult result = from.result();
        GradeRecord record =
                new GradeRecord(Ids.at(now), incident.id, now, origin, result == null ? null : result.grade());
        record.ruleSet = from.ruleSet();
        record.version = from.version();
        record.sha256 = from.sha256();
        record.facts = from.facts();
        record.reasons = result == null ? null : result.reasons();
        record.nextGrade = result == null ? null : result.nextGrade();
        if (from.failure() != null) {
            record.failureKo = from.failure().ko();
            record.failureEn = from.failure().en();
        }
        return record;
    }
}
