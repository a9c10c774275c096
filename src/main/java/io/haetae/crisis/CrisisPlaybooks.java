package io.haetae.crisis;

import io.haetae.audit.Journal;
import io.haetae.kernel.Sql;
import io.haetae.procedure.Runs;
import io.haetae.procedure.StartRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Begins the playbook of a stage that stands, once for each decision, in a transaction of its own. A playbook that is
 * missing or broken is noted and holds up neither the decision nor the others.
 */
@ApplicationScoped
class CrisisPlaybooks {

    private final Sql sql;
    private final Crises crises;
    private final Runs runs;
    private final Journal journal;
    private final Clock clock;

    CrisisPlaybooks(Sql sql, Crises crises, Runs runs, Journal journal, Clock clock) {
        this.sql = sql;
        this.crises = crises;
        this.runs = runs;
        this.journal = journal;
        this.clock = clock;
    }

    /** A stage that stands and whose playbook was not begun. */
    record Due(UUID stage, UUID crisis, String leadAgency, Stage to) {

        String manual() {
            return "crisis/stage-" + to.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Decisions that stand now and have no playbook yet. */
    @Transactional
    public List<Due> due() {
        return sql.list(
                """
                select * from (
                    select distinct on (s.crisis, s.lead_agency) s.id, s.crisis, s.lead_agency, s.stage
                      from crisis_stage s join crisis c on c.id = s.crisis
                     where c.closed_at is null and s.at <= ?
                       and not exists (select 1 from crisis_stage k where k.corrects = s.id)
                     order by s.crisis, s.lead_agency, s.at desc, s.id desc) standing
                 where stage <> 'NONE' and not exists (select 1 from crisis_playbook p where p.stage = standing.id)
                """,
                row -> new Due(
                        row.getObject("id", UUID.class),
                        row.getObject("crisis", UUID.class),
                        row.getString("lead_agency"),
                        Stage.valueOf(row.getString("stage"))),
                clock.instant());
    }

    /** Begins one, unless another replica did; runs that await another stage look at it. */
    @Transactional
    public void begin(Due due) {
        Crisis crisis = Objects.requireNonNull(crises.findById(due.crisis()));
        String subject = CrisisRuns.id(crisis, due.leadAgency());
        runs.changed(CrisisNotices.CRISIS, subject);
        UUID run = runs.start(new StartRun(due.manual(), CrisisNotices.CRISIS, subject, true));
        if (note(due, run, null)) {
            journal.record(
                    "crisis.playbook-started",
                    CrisisNotices.CRISIS,
                    crisis.number,
                    Map.of("leadAgency", due.leadAgency(), "manual", due.manual(), "run", run.toString()));
        }
    }

    /** Notes why one could not be begun. */
    @Transactional
    public void failed(Due due, String why) {
        if (note(due, null, why)) {
            Crisis crisis = Objects.requireNonNull(crises.findById(due.crisis()));
            journal.record(
                    "crisis.playbook-missing",
                    CrisisNotices.CRISIS,
                    crisis.number,
                    Map.of("leadAgency", due.leadAgency(), "manual", due.manual(), "reason", why));
        }
    }

    private boolean note(Due due, @Nullable UUID run, @Nullable String failure) {
        return sql.update("""
                        insert into crisis_playbook (stage, manual, run, started_at, failure) values (?, ?, ?, ?, ?)
                        on conflict do nothing""", due.stage(), due.manual(), run, clock.instant(), failure) == 1;
    }
}
