package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Texts;
import io.haetae.kernel.Unfinished;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What incidents leave to the next shift: those that are not closed, what was promised of them, and of each the deadline
 * that comes next. Where only those concerned may know more, the number stands for the title.
 */
@ApplicationScoped
class IncidentUnfinished implements Unfinished {

    private static final String MINE = """
            with mine as (
                select i.id, i.number, case i.visibility when 'NORMAL' then i.title else i.number end as title, i.state,
                       i.failure_grade, i.exercise, i.scope, i.acknowledged_at, i.expected_recovery_at,
                       coalesce(i.detected_at, i.recorded_at) as since, i.recovered_at
                  from incident i
                 where i.state in ('OPEN', 'RECOVERED') and (? or i.scope && ?)
                   and (? or i.visibility = 'NORMAL' or i.scope && ?)),
            """;

    private static final String MATTERS = MINE + """
            matters as (
                select 'OPEN' as sort, case when state = 'RECOVERED' then 'incident-recovered'
                           when acknowledged_at is null then 'incident-unanswered' else 'incident' end as what,
                       '' as part, null as words_ko, null as words_en, coalesce(recovered_at, since) as at, mine.* from mine
                union all
                select 'PROMISED', 'recovery-expected', '', null, null, expected_recovery_at, mine.* from mine
                 where state = 'OPEN' and expected_recovery_at is not null
                union all
                select 'PROMISED', 'workaround', s.code, s.code || ' – ' || s.workaround, s.code || ' – ' || s.workaround,
                       s.recovered_at, mine.*
                  from mine join incident_system s on s.incident = mine.id
                 where mine.state = 'OPEN' and s.workaround <> ''
                union all
                select 'PROMISED', 'pause', c.kind, concat(c.name_ko, ' – ', c.pause_reason),
                       concat(c.name_en, ' – ', c.pause_reason), c.paused_until, mine.*
                  from mine join incident_clock c on c.incident = mine.id
                 where c.state in ('RUNNING', 'WARNED') and c.paused_from is not null
                union all
                select 'OPEN', 'statement', s.id::text, s.title_ko, s.title_en, s.drafted_at, mine.*
                  from mine join incident_statement s on s.incident = mine.id
                 where s.approved_at is null and s.withdrawn_at is null
                union all
                select 'OPEN', 'role', r.role, null, null, r.from_at, mine.*
                  from mine join incident_role r on r.incident = mine.id
                 where r.person = ? and r.until_at is null
                union all
                select case when c.public then 'PROMISED' else 'DUE' end,
                       case when c.public then 'public-notice' else 'clock' end, c.kind, c.name_ko, c.name_en, c.due_at, mine.*
                  from mine join lateral (
                       select distinct on (k.kind like 'PUBLIC_NOTICE%') k.kind like 'PUBLIC_NOTICE%' as public,
                              k.kind, k.name_ko, k.name_en, k.due_at
                         from incident_clock k
                        where k.incident = mine.id and k.state in ('RUNNING', 'WARNED', 'BREACHED') and k.due_at <= ?
                          and (k.paused_from is null or k.paused_until is not null)
                        order by k.kind like 'PUBLIC_NOTICE%', k.due_at) c on true)
            select * from matters order by failure_grade nulls last, at limit ?
            """;

    private final Sql sql;
    private final Texts texts;

    IncidentUnfinished(Sql sql, Texts texts) {
        this.sql = sql;
        this.texts = texts;
    }

    @Override
    public List<Matter> matters(Actor reader, Instant now, Instant until, int most) {
        return sql.list(
                MATTERS,
                this::matter,
                reader.scope().all(),
                reader.scope().keyArray(),
                Incidents.seesAll(reader),
                reader.scope().keyArray(),
                reader.id(),
                until,
                most);
    }

    private Matter matter(ResultSet row) throws SQLException {
        String number = row.getString("number");
        return new Matter(
                Sort.valueOf(row.getString("sort")),
                row.getString("what"),
                row.getString("part"),
                Telling.INCIDENT,
                number,
                row.getString("title"),
                detail(row),
                row.getObject("failure_grade", Integer.class),
                Sql.instant(row, "at"),
                row.getBoolean("exercise"),
                "/incidents/" + number,
                Arrays.asList(
                        (String[]) Objects.requireNonNull(row.getArray("scope")).getArray()));
    }

    private @Nullable LocalizedText detail(ResultSet row) throws SQLException {
        if (row.getString("what").equals("role")) {
            return texts.both("incident.role." + row.getString("part"), Map.of());
        }
        return row.getString("words_ko") == null ? null : Sql.text(row, "words");
    }
}
