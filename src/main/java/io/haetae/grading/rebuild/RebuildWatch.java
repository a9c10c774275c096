package io.haetae.grading.rebuild;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Reminders of rebuilds that were not sent. */
@ApplicationScoped
class RebuildWatch implements Watched {

    private final Sql sql;

    RebuildWatch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Late> late(Instant before, int most) {
        return sql.list(
                "select b.number, c.item, c.next_at from grading_rebuild_clock c join grading_rebuild b on b.id = c.rebuild"
                        + " where c.next_at < ? and " + RebuildClocks.ASKED + " order by c.next_at limit ?",
                row -> new Late(
                        "rebuild",
                        row.getString("item"),
                        RebuildService.SUBJECT,
                        row.getString("number"),
                        Sql.requiredInstant(row, "next_at"),
                        true),
                before,
                most);
    }
}
