package io.haetae.register.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Sql;
import io.haetae.register.transfer.ImportJobs.Trouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;

/**
 * How far an import is, told to every replica while the work itself is not committed yet: each word in a transaction of
 * its own.
 */
@ApplicationScoped
class ImportProgress {

    private final Sql sql;
    private final ObjectMapper json;

    ImportProgress(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Begins what waits; false when it no longer does. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean begun(UUID id, Instant at) {
        return sql.update(
                        "update register_import set state = 'RUNNING', started_at = ? where id = ? and state = 'WAITING'",
                        at,
                        id)
                > 0;
    }

    /** So many rows are done with a step, which is named by its column. */
    @Transactional(TxType.REQUIRES_NEW)
    public void rows(UUID id, int read, int checked, int written) {
        sql.update(
                "update register_import set rows_total = ?, rows_read = ?, rows_checked = ?, rows_written = ?"
                        + " where id = ? and state = 'RUNNING'",
                read,
                read,
                checked,
                written,
                id);
    }

    /** It could not be carried out; nothing of it was written. */
    @Transactional(TxType.REQUIRES_NEW)
    public void failed(UUID id, Trouble trouble, Instant at) {
        sql.update(
                "update register_import set state = 'FAILED', problem = cast(? as jsonb), rows_written = 0, ended_at = ?"
                        + " where id = ? and state in ('WAITING', 'RUNNING', 'BROKEN_OFF')",
                write(trouble),
                at,
                id);
    }

    /** Tells of those that run and that no replica holds: it died, and its transaction with it. */
    @Transactional(TxType.REQUIRES_NEW)
    public int tellBrokenOff(Instant at) {
        return sql.update("""
                with left_alone as (
                    select c.import from register_import_claim c join register_import i on i.id = c.import
                     where i.state = 'RUNNING' for update of c skip locked)
                update register_import i set state = 'BROKEN_OFF', rows_written = 0, ended_at = ?
                  from left_alone l where l.import = i.id and i.state = 'RUNNING'""", at);
    }

    /** Forgets what is older than reports are kept. */
    @Transactional(TxType.REQUIRES_NEW)
    public int forget(Instant before) {
        return sql.update(
                "delete from register_import where created_at < ? and state not in ('WAITING', 'RUNNING')", before);
    }

    private String write(Trouble trouble) {
        try {
            return json.writeValueAsString(trouble);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written as JSON", e);
        }
    }
}
