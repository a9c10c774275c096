package io.haetae.audit;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Entries of the journal that nobody sealed. */
@ApplicationScoped
class SealWatch implements Watched {

    private final Sql sql;

    SealWatch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Late> late(Instant before, int most) {
        return sql.list(
                """
                select e.at from audit_entry e
                 where (e.tx, e.id) > (select upto_tx, upto_id from audit_seal
                                        union all select '0'::xid8, 0 order by 1 desc, 2 desc limit 1)
                   and e.at < ? order by e.tx, e.id limit 1
                """, row -> new Late("seal", "", "JOURNAL", "journal", Sql.requiredInstant(row, "at"), true), before);
    }
}
