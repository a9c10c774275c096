package io.haetae.continuity;

import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes receipts through their states by statements that say themselves which they may take. */
@ApplicationScoped
class ProcessingRows {

    /** The next ones that fit, passing over what another clerk has in hand. */
    private static final String NEXT = """
            select number from continuity_receipt
             where activation = ? and %s and (cardinality(cast(? as text[])) = 0 or number = any (?))
               and (cast(? as text) is null or service = ?) and (cast(? as text) is null or office = ?)
             order by number limit ? for update skip locked""";

    private static final String PROCESSED = """
            state = 'PROCESSED', processed_at = ?,
            effective_on = coalesce(cast(? as date), cast(received_at at time zone 'Asia/Seoul' as date)),
            rejection = null, processed_by = ?, processor = ?, checked_at = null, checked_by = null, checker = null""";

    private final Sql sql;

    ProcessingRows(Sql sql) {
        this.sql = sql;
    }

    /** A receipt locked for its next step. */
    record Locked(
            ReceiptState state,
            @Nullable Instant receivedAt,
            @Nullable UUID processedBy,
            boolean checked) {}

    Optional<Locked> lock(String number) {
        return sql.first(
                "select state, received_at, processed_by, checked_at is not null as checked from continuity_receipt"
                        + " where number = ? for update",
                row -> new Locked(
                        ReceiptState.valueOf(row.getString("state")),
                        Sql.instant(row, "received_at"),
                        row.getObject("processed_by", UUID.class),
                        row.getBoolean("checked")),
                number);
    }

    void process(String number, Instant at, @Nullable LocalDate effectiveOn, UUID by, String name) {
        sql.update(
                "update continuity_receipt set " + PROCESSED + " where number = ?", at, effectiveOn, by, name, number);
    }

    void reject(String number, Instant at, String reason, UUID by, String name) {
        sql.update("""
                update continuity_receipt set state = 'REJECTED', processed_at = ?, effective_on = null, rejection = ?,
                    processed_by = ?, processor = ? where number = ?""", at, reason, by, name, number);
    }

    void confirm(String number, Instant at, UUID by, String name) {
        sql.update(
                "update continuity_receipt set checked_at = ?, checked_by = ?, checker = ?, returned = null"
                        + " where number = ?",
                at,
                by,
                name,
                number);
    }

    void sendBack(String number, String reason) {
        sql.update("""
                update continuity_receipt set state = 'RECEIVED', processed_at = null, effective_on = null,
                    rejection = null, processed_by = null, processor = null, returned = ? where number = ?""", reason, number);
    }

    void spoil(String number, String reason, String by) {
        sql.update(
                "update continuity_receipt set state = 'VOID', void_reason = ?, voided_by = ? where number = ?",
                reason,
                by,
                number);
    }

    /** Processes the next ones; answers with their numbers. */
    List<String> processNext(UUID activation, BulkCommand which, Instant at, UUID by, String name) {
        return sql.list(
                "update continuity_receipt set " + PROCESSED + " where number in ("
                        + NEXT.formatted("state = 'RECEIVED'") + ") returning number",
                row -> row.getString("number"),
                at,
                which.effectiveOn(),
                by,
                name,
                activation,
                which.receipts().toArray(String[]::new),
                which.receipts().toArray(String[]::new),
                which.service(),
                which.service(),
                which.office(),
                which.office(),
                which.most());
    }

    /** Confirms the next ones that somebody else processed; answers with their numbers. */
    List<String> confirmNext(UUID activation, BulkCommand which, Instant at, UUID by, String name) {
        String theirs = "state in ('PROCESSED', 'REJECTED') and checked_at is null and processed_by <> ?";
        return sql.list(
                "update continuity_receipt set checked_at = ?, checked_by = ?, checker = ?, returned = null"
                        + " where number in (" + NEXT.formatted(theirs) + ") returning number",
                row -> row.getString("number"),
                at,
                by,
                name,
                activation,
                by,
                which.receipts().toArray(String[]::new),
                which.receipts().toArray(String[]::new),
                which.service(),
                which.service(),
                which.office(),
                which.office(),
                which.most());
    }

    /** Issued, unused, taken and so on of each ledger of an activation. */
    List<Reconciliation.Line> reconcile(UUID activation) {
        return sql.list(
                """
                select l.service, l.office, min(i.issued) as issued,
                       count(*) filter (where r.state = 'UNUSED') as unused,
                       count(*) filter (where r.state = 'RECEIVED') as received,
                       count(*) filter (where r.state = 'PROCESSED') as processed,
                       count(*) filter (where r.state = 'REJECTED') as rejected,
                       count(*) filter (where r.state in ('PROCESSED', 'REJECTED') and r.checked_at is null) as unchecked,
                       count(*) filter (where r.state = 'VOID') as voided
                  from (select ledger, sum(last_no - first_no + 1) as issued from continuity_issue
                         where activation = ? group by ledger) i
                  join continuity_ledger l on l.id = i.ledger
                  left join continuity_receipt r on r.ledger = i.ledger and r.activation = ?
                 group by l.service, l.office order by l.service, l.office""",
                row -> new Reconciliation.Line(
                        row.getString("service"), row.getString("office"), ActivationRows.counts(row)),
                activation,
                activation);
    }
}
