package io.haetae.notify;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Messages that were to be sent and that nobody took, one for each subject and way. */
@ApplicationScoped
class DeliveryWatch implements Watched {

    private final Sql sql;

    DeliveryWatch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Late> late(Instant before, int most) {
        return sql.list(
                """
                select subject_kind, subject_id, channel, min(next_attempt_at) as due_at from notify_delivery
                 where state = 'PENDING' and next_attempt_at < ?
                 group by subject_kind, subject_id, channel order by due_at limit ?
                """,
                row -> new Late(
                        "message",
                        row.getString("channel"),
                        row.getString("subject_kind"),
                        row.getString("subject_id"),
                        Sql.requiredInstant(row, "due_at"),
                        true),
                before,
                most);
    }
}
