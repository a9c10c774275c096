package io.haetae.duty;

import io.haetae.audit.Journal;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens at a change of shift: a look whether call-outs would reach anybody. A due row per roster. */
@ApplicationScoped
public class HandOvers {

    private static final Duration LATER = Duration.ofMinutes(1);

    private final Sql sql;
    private final RosterPlans plans;
    private final ReadinessService readiness;
    private final Journal journal;
    private final Clock clock;

    HandOvers(Sql sql, RosterPlans plans, ReadinessService readiness, Journal journal, Clock clock) {
        this.sql = sql;
        this.plans = plans;
        this.readiness = readiness;
        this.journal = journal;
        this.clock = clock;
    }

    /** Sets when the next shift of a roster begins. Joins the caller's transaction. */
    void schedule(UUID roster, Instant now) {
        @Nullable
        Instant next = plans.of(roster).flatMap(plan -> plan.nextHandOver(now)).orElse(null);
        sql.update("update duty_roster set next_hand_over = ? where id = ? and ended_at is null", next, roster);
    }

    /** The rosters whose shift has changed. */
    @Transactional
    public List<UUID> due(int limit) {
        return sql.list(
                "select id from duty_roster where next_hand_over <= ? order by next_hand_over, id limit ?",
                row -> row.getObject("id", UUID.class),
                clock.instant(),
                limit);
    }

    /** Looks after one change of shift; says that it did not when another replica does. */
    @Transactional
    public boolean handOver(UUID roster) {
        Instant now = clock.instant();
        List<Instant> claimed = sql.list("""
                select next_hand_over from duty_roster
                where id = ? and next_hand_over <= ? for update skip locked
                """, row -> Sql.requiredInstant(row, "next_hand_over"), roster, now);
        if (claimed.isEmpty()) {
            return false;
        }
        RosterPlan plan = plans.of(roster).orElseThrow();
        List<UnreadyLevel> wrong = readiness.look(plan.institution());
        journal.record(
                "duty.shift-began",
                "ROSTER",
                roster.toString(),
                Map.of(
                        "at",
                        claimed.get(0).toString(),
                        "onDuty",
                        plan.at(now).stream()
                                .map(shift -> String.valueOf(shift.person()))
                                .toList(),
                        "levelsNotReady",
                        wrong.size()));
        schedule(roster, now);
        return true;
    }

    /** Leaves a roster alone for a while that could not be looked at. */
    @Transactional
    public void postpone(UUID roster) {
        sql.update(
                "update duty_roster set next_hand_over = ? where id = ? and next_hand_over is not null",
                clock.instant().plus(LATER),
                roster);
    }
}
