package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hears from the room that sends help (기술지원): asking for it meets the clock that prompts for it, and its steps stand in
 * the timeline. Tells which failures wait for somebody to think of it.
 */
@ApplicationScoped
public class IncidentSupport {

    private static final String PROMPT = "PROMPT_SUPPORT_TEAM";
    private static final String STEP = "SUPPORT";

    private final Incidents incidents;
    private final ReportingClockwork clocks;
    private final Chronicle chronicle;
    private final Sql sql;
    private final Clock clock;

    IncidentSupport(Incidents incidents, ReportingClockwork clocks, Chronicle chronicle, Sql sql, Clock clock) {
        this.incidents = incidents;
        this.clocks = clocks;
        this.chronicle = chronicle;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A failure of systems that are not housed in NIRS, about which nobody has yet decided whether the team is called.
     *
     * @param dueAt by when somebody should have
     * @param systems codes of those that are not housed there and have not recovered
     */
    public record Prompt(
            String number,
            String title,
            @Nullable Integer failureGrade,
            boolean exercise,
            Instant dueAt,
            List<String> systems) {

        public Prompt {
            systems = List.copyOf(systems);
        }
    }

    /** Help was asked for or offered. */
    @Transactional(TxType.MANDATORY)
    public void asked(String number, LocalizedText what, Instant at, String by) {
        Instant now = clock.instant();
        Incident incident = find(number);
        clocks.meetIfOpen(incident, PROMPT, at, by, now);
        tell(incident, what, at, now);
    }

    /** A step of it was taken, which the other room has journalled. */
    @Transactional(TxType.MANDATORY)
    public void went(String number, LocalizedText what, Instant at) {
        tell(find(number), what, at, clock.instant());
    }

    /** The failures that this actor may know of and that wait for it, the most urgent first. */
    @Transactional
    public List<Prompt> prompts(Actor reader, int most) {
        return sql.list(
                """
                select i.number, i.title, i.failure_grade, i.exercise, c.due_at,
                       array_agg(r.code order by r.code) as codes
                  from incident_clock c
                  join incident i on i.id = c.incident
                  join incident_system s on s.incident = i.id and s.recovery_level is distinct from 'FULL'
                  join register_system r on r.id = s.system
                  left join register_site t on t.code = r.site
                 where c.kind = ? and c.state in ('RUNNING', 'WARNED', 'BREACHED') and i.state = 'OPEN'
                   and t.kind is distinct from 'NIRS'
                   and (? or i.scope && ?) and (? or i.visibility = 'NORMAL' or i.scope && ?)
                 group by i.id, c.due_at order by c.due_at, i.seq limit ?
                """,
                row -> new Prompt(
                        row.getString("number"),
                        row.getString("title"),
                        row.getObject("failure_grade", Integer.class),
                        row.getBoolean("exercise"),
                        Sql.requiredInstant(row, "due_at"),
                        Sql.texts(row, "codes")),
                PROMPT,
                reader.scope().all(),
                reader.scope().keyArray(),
                Incidents.seesAll(reader),
                reader.scope().keyArray(),
                most);
    }

    private void tell(Incident incident, LocalizedText what, Instant at, Instant now) {
        chronicle.tell(incident, STEP, at, now, Map.of("whatKo", what.ko(), "whatEn", what.en()));
    }

    private Incident find(String number) {
        return incidents.resolve(number, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Refusal::notFound);
    }
}
