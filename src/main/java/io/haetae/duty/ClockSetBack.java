package io.haetae.duty;

import io.haetae.audit.Journal;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Call-outs that a clock started which ran ahead and has been set right since: their next levels would wait until that
 * time comes. They are moved by as much as the clock was. A call-out counts as one of these when the database's clock
 * finds its start in the future too, so that one replica with a late clock cannot hurry the call-outs of the others.
 */
@ApplicationScoped
public class ClockSetBack {

    /** How far the clocks of replicas and database may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Sql sql;
    private final Journal journal;
    private final Clock clock;

    ClockSetBack(Sql sql, Journal journal, Clock clock) {
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    private record Moved(String chain, String subjectKind, String subjectId, long seconds) {}

    /** Moves them, and says how many. */
    @Transactional
    public int putRight() {
        Instant now = clock.instant();
        List<Moved> moved = sql.list("""
                with ahead as (
                    select id, subject_kind, subject_id, started_at - ?::timestamptz as by from duty_chain
                    where state = 'RUNNING' and started_at > greatest(?, clock_timestamp() + make_interval(secs => ?))
                    for update skip locked),
                steps as (
                    update duty_step s set due_at = s.due_at - ahead.by from ahead
                    where s.chain = ahead.id and s.state = 'WAITING')
                update duty_chain c set started_at = c.started_at - ahead.by, next_at = c.next_at - ahead.by
                from ahead where c.id = ahead.id
                returning c.id, ahead.subject_kind, ahead.subject_id, extract(epoch from ahead.by)::bigint as seconds
                """, ClockSetBack::moved, now, now.plus(SKEW), SKEW.toSeconds());
        for (Moved each : moved) {
            journal.record(
                    "duty.clock-set-back",
                    each.subjectKind(),
                    each.subjectId(),
                    Map.of("chain", each.chain(), "seconds", each.seconds()));
        }
        return moved.size();
    }

    private static Moved moved(ResultSet row) throws SQLException {
        return new Moved(
                row.getString("id"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getLong("seconds"));
    }
}
