package io.haetae.intake;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Unfinished;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What alerts leave to the next shift: the queue of unknown systems, heartbeats that are missing, silences that end. */
@ApplicationScoped
class IntakeUnfinished implements Unfinished {

    private final Sql sql;

    IntakeUnfinished(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Matter> matters(Actor reader, Instant now, Instant until, int most) {
        return sql.list(
                """
                select * from (
                    select 'OPEN' as sort, 'unknown-alerts' as what, 'queue' as id, count(*)::text as title, min(first_at) as at,
                           array[]::text[] as scope, '/alerts?state=WAITING' as path
                      from intake_alert a
                     where system is null and dismissed_at is null and (? or a.scope && ?)
                    having count(*) > 0
                    union all
                    select 'OPEN', 'heartbeat', id::text, name, missing_since, scope, '/alerts/heartbeats'
                      from intake_heartbeat
                     where missing_since is not null and retired_at is null and (? or scope && ?)
                    union all
                    select 'PROMISED', 'silence', id::text, reason, until_at, scope, '/alerts/silences'
                      from intake_silence
                     where ended_at is null and from_at <= ? and until_at > ? and until_at <= ? and (? or scope && ?)) matters
                 order by at limit ?
                """,
                IntakeUnfinished::matter,
                reader.scope().all(),
                reader.scope().keyArray(),
                reader.scope().all(),
                reader.scope().keyArray(),
                now,
                now,
                until,
                reader.scope().all(),
                reader.scope().keyArray(),
                most);
    }

    private static Matter matter(ResultSet row) throws SQLException {
        return new Matter(
                Sort.valueOf(row.getString("sort")),
                row.getString("what"),
                "",
                "ALERT",
                row.getString("id"),
                row.getString("title"),
                null,
                null,
                Sql.instant(row, "at"),
                false,
                row.getString("path"),
                Arrays.asList(
                        (String[]) Objects.requireNonNull(row.getArray("scope")).getArray()));
    }
}
