package io.haetae.crisis;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Unfinished;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What crises leave to the next shift: those that are not closed, and reports that nobody has approved. */
@ApplicationScoped
class CrisisUnfinished implements Unfinished {

    private final Sql sql;

    CrisisUnfinished(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Matter> matters(Actor reader, Instant now, Instant until, int most) {
        return sql.list(
                """
                with mine as (
                    select * from crisis c where c.closed_at is null and (? and (? or not c.need_to_know) or c.scope && ?))
                select * from (
                    select 'crisis' as what, '' as part, mine.opened_at as at, mine.* from mine
                    union all
                    select 'report', r.n::text, r.drafted_at, mine.*
                      from mine join crisis_report r on r.crisis = mine.id and r.state = 'DRAFT') matters
                 order by at limit ?
                """,
                row -> {
                    String number = row.getString("number");
                    return new Matter(
                            Sort.OPEN,
                            row.getString("what"),
                            row.getString("part"),
                            "CRISIS",
                            number,
                            row.getBoolean("need_to_know") ? number : row.getString("title"),
                            null,
                            null,
                            Sql.requiredInstant(row, "at"),
                            row.getBoolean("exercise"),
                            "/crisis/" + number,
                            Arrays.asList((String[]) Objects.requireNonNull(row.getArray("scope"))
                                    .getArray()));
                },
                reader.scope().all(),
                Crises.seesAll(reader),
                reader.scope().keyArray(),
                most);
    }
}
