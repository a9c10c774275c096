package io.haetae.duty.oversight;

import io.haetae.kernel.Ids;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched.Late;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

@ApplicationScoped
class FindingStore {

    private static final String COLUMNS =
            "what, detail, subject_kind, subject_id, due_at, by_service, found_at, settled_at";
    private static final String LATE = """
            unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as late(what, detail, subject_kind, subject_id, due_at)
            """;

    private final Sql sql;

    FindingStore(Sql sql) {
        this.sql = sql;
    }

    /** Keeps what is late and says what of it is new. Two replicas that look at once tell of it once. */
    List<Finding> add(List<Late> late, Instant now) {
        return sql.list(
                """
                insert into duty_oversight_finding (id, %s)
                select late.id, what, detail, subject_kind, subject_id, due_at::timestamptz, by_service, ?, null
                  from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]::boolean[])
                    as late(id, what, detail, subject_kind, subject_id, due_at, by_service)
                    on conflict (what, detail, subject_kind, subject_id, due_at) where settled_at is null do nothing
                returning %s
                """.formatted(COLUMNS, COLUMNS),
                FindingStore::finding,
                now,
                late.stream().map(each -> Ids.at(now)).toArray(UUID[]::new),
                texts(late, Late::what),
                texts(late, Late::detail),
                texts(late, Late::subjectKind),
                texts(late, Late::subjectId),
                texts(late, each -> each.dueAt().toString()),
                texts(late, each -> String.valueOf(each.byService())));
    }

    /** Settles what is open and no longer late; never before it was found, even when the clock was set back. */
    List<Finding> settleAllBut(List<Late> late, Instant now) {
        return sql.list(
                """
                update duty_oversight_finding f set settled_at = greatest(found_at, ?)
                 where settled_at is null and not exists (
                    select 1 from %s
                     where late.what = f.what and late.detail = f.detail and late.subject_kind = f.subject_kind
                       and late.subject_id = f.subject_id and late.due_at::timestamptz = f.due_at)
                returning %s
                """.formatted(LATE, COLUMNS),
                FindingStore::finding,
                now,
                texts(late, Late::what),
                texts(late, Late::detail),
                texts(late, Late::subjectKind),
                texts(late, Late::subjectId),
                texts(late, each -> each.dueAt().toString()));
    }

    void checked(Instant now, int late) {
        sql.update("""
                insert into duty_oversight_check (checked_at, late) values (?, ?)
                    on conflict (one) do update set checked_at = excluded.checked_at, late = excluded.late
                """, now, late);
    }

    Optional<Instant> lastCheck() {
        return sql.first("select checked_at from duty_oversight_check", row -> Sql.requiredInstant(row, "checked_at"));
    }

    List<Finding> open(int most) {
        return sql.list(
                "select " + COLUMNS
                        + " from duty_oversight_finding where settled_at is null order by due_at, id limit ?",
                FindingStore::finding,
                most);
    }

    List<Finding> settledSince(Instant since, int most) {
        return sql.list(
                "select " + COLUMNS + " from duty_oversight_finding where settled_at >= ?"
                        + " order by settled_at desc, id limit ?",
                FindingStore::finding,
                since,
                most);
    }

    private static String[] texts(List<Late> late, Function<Late, String> text) {
        return late.stream().map(text).toArray(String[]::new);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getString("what"),
                row.getString("detail"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                Sql.requiredInstant(row, "due_at"),
                row.getBoolean("by_service"),
                Sql.requiredInstant(row, "found_at"),
                Sql.instant(row, "settled_at"));
    }
}
