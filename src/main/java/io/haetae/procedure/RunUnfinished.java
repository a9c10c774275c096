package io.haetae.procedure;

import io.haetae.kernel.Actor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Unfinished;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What runs leave to the next shift: those in the giver's own hands, and of each run the step that is due next. */
@ApplicationScoped
class RunUnfinished implements Unfinished {

    private final Sql sql;
    private final Manuals manuals;

    RunUnfinished(Sql sql, Manuals manuals) {
        this.sql = sql;
        this.manuals = manuals;
    }

    @Override
    public List<Matter> matters(Actor reader, Instant now, Instant until, int most) {
        return sql.list(
                """
                with mine as (
                    select * from procedure_run r
                     where r.state = 'OPEN' and (? or r.scope && ?) and (? or not r.need_to_know or r.scope && ?))
                select * from (
                    select 'run' as what, '' as step, mine.started_at as at, mine.* from mine where mine.holder = ?
                    union all
                    select 'step', s.step, s.due_at, mine.*
                      from mine join lateral (
                           select step, due_at from procedure_step
                            where run = mine.id and ended_at is null and due_at <= ? order by due_at limit 1) s on true) matters
                 order by failure_grade nulls last, at limit ?
                """,
                this::matter,
                reader.scope().all(),
                reader.scope().keyArray(),
                SubjectView.seesAll(reader),
                reader.scope().keyArray(),
                reader.id(),
                until,
                most);
    }

    private Matter matter(ResultSet row) throws SQLException {
        boolean step = row.getString("what").equals("step");
        String run = row.getString("id");
        String subject = row.getString("subject_id");
        return new Matter(
                step ? Sort.DUE : Sort.OPEN,
                row.getString("what"),
                step ? run + ":" + row.getString("step") : run,
                row.getString("subject_kind"),
                subject,
                row.getBoolean("need_to_know") ? subject : row.getString("title"),
                title(row, step),
                row.getObject("failure_grade", Integer.class),
                Sql.instant(row, "at"),
                row.getBoolean("exercise"),
                "/runs/" + run,
                Arrays.asList(
                        (String[]) Objects.requireNonNull(row.getArray("scope")).getArray()));
    }

    private LocalizedText title(ResultSet row, boolean step) throws SQLException {
        var manual = manuals.get(new ManualRef(
                row.getString("manual_kind"), row.getString("manual_name"), row.getString("manual_version")));
        return step
                ? manual.place(row.getString("step")).step().title()
                : manual.header().title();
    }
}
