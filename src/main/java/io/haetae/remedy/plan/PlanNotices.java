package io.haetae.remedy.plan;

import io.haetae.remedy.Parties;
import io.haetae.remedy.Reminders;
import io.haetae.remedy.Steps.Move;
import io.haetae.remedy.Telling;
import io.haetae.remedy.plan.GuidelineStore.Guideline;
import io.haetae.remedy.plan.PlanStore.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells institutions what is asked of them, the authority what has come, and both what is late. */
@ApplicationScoped
class PlanNotices {

    static final String GUIDELINE = "FAILURE_PLAN_GUIDELINE";
    static final String PLAN = "FAILURE_PLAN";

    private final Telling telling;
    private final Parties parties;

    PlanNotices(Telling telling, Parties parties) {
        this.telling = telling;
        this.parties = parties;
    }

    void issued(Guideline guideline, List<String> institutions) {
        Map<String, Object> facts = Map.of(
                "number", guideline.number(),
                "title", guideline.title(),
                "due", Reminders.lastDay(guideline.plansDueAt()));
        telling.officers(message(guideline, "issued", "1", facts), institutions);
    }

    /** A step of one side is told to the other. */
    void taken(Plan plan, Move<PlanStep, PlanState> move, Instant at) {
        String key =
                switch (move.step()) {
                    case DRAFT -> "";
                    case SUBMISSION -> "handed-in";
                    case COMPLETION -> "completion";
                    case ACCEPTANCE -> "accepted";
                    case RELEASE -> "released";
                };
        if (move.step() == PlanStep.SUBMISSION) {
            telling.authority(message(plan, key, at.toString()), plan.authority());
        } else if (!key.isEmpty()) {
            telling.officers(message(plan, key, at.toString()), Set.of(plan.institution()));
        }
    }

    /** The time is near, or has passed. */
    void reminded(Plan plan, Instant now) {
        telling.officers(
                message(plan, plan.isOverdue(now) ? "late" : "near", now.toString()), Set.of(plan.institution()));
    }

    /** How many plans are late: once for all of them, not one message for each. */
    void late(Guideline guideline, GuidelineView.Standing standing, Instant now) {
        Map<String, Object> facts = Map.of(
                "number", guideline.number(),
                "title", guideline.title(),
                "late", standing.late(),
                "owed", standing.owed());
        telling.authority(message(guideline, "late-plans", now.toString(), facts), guideline.authority());
    }

    /** Three years run out, or have. */
    void renewal(Guideline guideline, Instant now) {
        Map<String, Object> facts = Map.of(
                "number", guideline.number(),
                "title", guideline.title(),
                "due", Reminders.lastDay(guideline.renewalDueAt()));
        telling.authority(message(guideline, "renewal", now.toString(), facts), guideline.authority());
    }

    /** Whom else it was sent to is the authority's to know. */
    private static Telling.Message message(Guideline of, String key, String occasion, Map<String, Object> facts) {
        return new Telling.Message(
                GUIDELINE,
                of.number(),
                Set.of(of.authority()),
                "remedy.guideline.notice." + key,
                occasion,
                facts,
                of.exercise());
    }

    private Telling.Message message(Plan of, String key, String occasion) {
        Map<String, Object> facts = Map.of(
                "number", of.number(),
                "title", of.title(),
                "institutionKo", of.institutionName().ko(),
                "institutionEn", of.institutionName().en(),
                "due", of.dueAt() == null ? "–" : Reminders.lastDay(of.dueAt()));
        return new Telling.Message(
                PLAN,
                of.number(),
                parties.keys(of.institution(), of.authority()),
                "remedy.failure-plan.notice." + key,
                occasion,
                facts,
                of.exercise());
    }
}
