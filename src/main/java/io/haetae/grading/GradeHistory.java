package io.haetae.grading;

import io.haetae.kernel.Sql;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every grade that a system has had, and which one held at any time, by the versions of the register. */
@ApplicationScoped
public class GradeHistory {

    private final Sql sql;

    GradeHistory(Sql sql) {
        this.sql = sql;
    }

    /**
     * A grade that held.
     *
     * @param grade null while there was none
     * @param from since when
     * @param until until when, null for the present
     * @param assessment the assessment that led to it, null when it was not decided here
     * @param computedGrade what the rules had computed, null when it was not decided here
     * @param reason the reason given with the decision, if there was one
     * @param recordedBy who recorded the decision
     */
    public record Held(
            @Nullable Integer grade,
            Instant from,
            @Nullable Instant until,
            @Nullable UUID assessment,
            @Nullable Integer computedGrade,
            @Nullable String reason,
            @Nullable String recordedBy) {

        /** Whether it held at that time. */
        boolean heldAt(Instant at) {
            return !from.isAfter(at) && (until == null || until.isAfter(at));
        }
    }

    /** Every grade of a system, the newest first. */
    @Transactional
    public List<Held> of(SystemView system) {
        return sql.list(
                """
                with turn as (
                    select v.system_grade, v.since, lag(v.system_grade) over w as before, row_number() over w as n
                      from register_system_version v where v.id = ? and not isempty(v.period)
                    window w as (order by v.version)
                ), held as (
                    select system_grade, since, lead(since) over (order by since) as until
                      from turn where n = 1 or system_grade is distinct from before
                )
                select h.system_grade, h.since, h.until, d.assessment, d.computed_grade, d.reason, d.recorder
                  from held h
                  left join lateral (
                    select d.assessment, d.computed_grade, d.reason, d.recorder
                      from grading_decision d join grading_assessment a on a.id = d.assessment
                     where a.system = ? and d.at = h.since and d.grade = h.system_grade order by d.id desc limit 1) d on true
                 order by h.since desc""",
                row -> new Held(
                        row.getObject("system_grade", Integer.class),
                        Sql.requiredInstant(row, "since"),
                        Sql.instant(row, "until"),
                        row.getObject("assessment", UUID.class),
                        row.getObject("computed_grade", Integer.class),
                        row.getString("reason"),
                        row.getString("recorder")),
                system.id(),
                system.id());
    }

    /** What held at a time; empty before the system was registered. */
    @Transactional
    public Optional<Held> at(SystemView system, Instant asOf) {
        return of(system).stream().filter(held -> held.heldAt(asOf)).findFirst();
    }
}
