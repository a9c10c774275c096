package io.haetae.remedy.plan;

import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Guidelines and how far the plans are that they ask for. */
@ApplicationScoped
class GuidelineStore {

    private static final String COLUMNS = """
            select g.*, exists (select from remedy_guideline n where n.authority = g.authority and n.exercise = g.exercise
                                  and (n.issued_on, n.seq) > (g.issued_on, g.seq)) as succeeded
              from remedy_guideline g""";

    private final Sql sql;

    GuidelineStore(Sql sql) {
        this.sql = sql;
    }

    /** A guideline as it is kept. */
    record Guideline(
            UUID id,
            long seq,
            String number,
            String authority,
            String title,
            String text,
            @Nullable String document,
            LocalDate issuedOn,
            Instant recordedAt,
            String name,
            Instant plansDueAt,
            Instant renewalDueAt,
            boolean exercise,
            List<String> former,
            boolean succeeded) {}

    long nextSeq() {
        return sql.first("select nextval('remedy_guideline_seq') as n", row -> row.getLong("n"))
                .orElseThrow();
    }

    void add(Guideline one, UUID person, @Nullable Instant lateNext, @Nullable Instant renewalNext) {
        sql.update(
                """
                insert into remedy_guideline (id, seq, number, authority, title, text, document, issued_on, recorded_at,
                       person, name, plans_due_at, renewal_due_at, exercise, late_next_at, renewal_next_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)""",
                one.id(),
                one.seq(),
                one.number(),
                one.authority(),
                one.title(),
                one.text(),
                one.document(),
                one.issuedOn(),
                one.recordedAt(),
                person,
                one.name(),
                one.plansDueAt(),
                one.renewalDueAt(),
                one.exercise(),
                lateNext,
                renewalNext);
        // a later one takes its place: its three years count from now on
        sql.update("""
                update remedy_guideline g set renewal_next_at = null
                 where g.authority = ? and exists (select from remedy_guideline n where n.authority = g.authority
                       and n.exercise = g.exercise and (n.issued_on, n.seq) > (g.issued_on, g.seq))""", one.authority());
    }

    /** Institutions of an authority that have a head of their own: not the offices below another institution. */
    List<String> withHead(String authority, LocalDate day) {
        return sql.list("""
                select code from identity_institution
                 where central_authority = ? and (parent is null or kind in ('LOCAL_GOVERNMENT', 'PUBLIC_BODY'))
                   and coalesce(valid_from, ?) <= ? and coalesce(valid_until, ?) >= ? order by code""", row -> row.getString("code"), authority, day, day, day, day);
    }

    /** The plans that are owed, so that a list with the newest on top has them by institution. */
    void addPlans(Guideline of, List<String> institutions, int year, Instant nextAt) {
        sql.update("""
                insert into remedy_plan (id, seq, number, guideline, institution, state, due_at, next_at)
                select gen_random_uuid(), n.seq, 'FMP-' || ? || '-' || lpad(n.seq::text, greatest(4, length(n.seq::text)), '0'),
                       ?, n.code, 'AWAITED', ?, ?
                  from (select nextval('remedy_plan_seq') as seq, c.code
                          from (select code from unnest(?) as code order by code desc) c) n""", String.valueOf(year), of.id(), of.plansDueAt(), nextAt, institutions.toArray(String[]::new));
    }

    Optional<Guideline> find(String number) {
        return sql.first(COLUMNS + " where g.number = ?", GuidelineStore::guideline, number);
    }

    /** Those of an authority and those that ask one of these institutions, the newest first. */
    List<Guideline> list(boolean all, String authority, String[] institutions, @Nullable Long before, int most) {
        return sql.list(
                COLUMNS + " " + """
                 where (? or g.authority = ? or exists (select from remedy_plan p
                         where p.guideline = g.id and p.institution = any (?)))
                   and (?::bigint is null or g.seq < ?) order by g.seq desc limit ?""", GuidelineStore::guideline, all, authority, institutions, before, before, most);
    }

    /** Those of an authority that no later one has taken the place of, and whose three years end before that. */
    List<Guideline> renewedBefore(String authority, Instant end) {
        return sql.list(
                COLUMNS + " where g.authority = ? and g.renewal_next_at is not null and g.renewal_due_at <= ?"
                        + " order by g.renewal_due_at",
                GuidelineStore::guideline,
                authority,
                end);
    }

    /** Where the plans of each of these guidelines stand, of all institutions or of some. */
    Map<UUID, GuidelineView.Standing> standings(
            List<UUID> of, boolean all, String authority, String[] own, Instant now) {
        Map<UUID, GuidelineView.Standing> standings = new HashMap<>();
        sql.list(
                """
                select p.guideline, count(*) as plans,
                       count(*) filter (where p.state = 'AWAITED') as awaited,
                       count(*) filter (where p.due_at <= ?) as late,
                       count(*) filter (where p.state = 'HANDED_IN') as handed_in,
                       count(*) filter (where p.state = 'COMPLETION_REQUESTED') as completion,
                       count(*) filter (where p.state = 'ACCEPTED') as accepted,
                       count(*) filter (where p.state = 'RELEASED') as released
                  from remedy_plan p join remedy_guideline g on g.id = p.guideline
                 where p.guideline = any (?) and (? or g.authority = ? or p.institution = any (?))
                 group by p.guideline""",
                row -> standings.put(
                        Objects.requireNonNull(row.getObject("guideline", UUID.class)),
                        new GuidelineView.Standing(
                                row.getInt("plans"),
                                row.getInt("awaited"),
                                row.getInt("late"),
                                row.getInt("handed_in"),
                                row.getInt("completion"),
                                row.getInt("accepted"),
                                row.getInt("released"))),
                now,
                of.toArray(UUID[]::new),
                all,
                authority,
                own);
        return standings;
    }

    /** Claims guidelines whose authority is to be told of late plans, until the transaction ends. */
    List<Guideline> claimLate(Instant now, int most) {
        return sql.list(
                COLUMNS + " where g.late_next_at <= ? order by g.late_next_at limit ? for update of g skip locked",
                GuidelineStore::guideline,
                now,
                most);
    }

    /** Claims guidelines whose three years run out, until the transaction ends. */
    List<Guideline> claimRenewal(Instant now, int most) {
        return sql.list(
                COLUMNS
                        + " where g.renewal_next_at <= ? order by g.renewal_next_at limit ? for update of g skip locked",
                GuidelineStore::guideline,
                now,
                most);
    }

    void lateNext(UUID id, @Nullable Instant at) {
        sql.update("update remedy_guideline set late_next_at = ?::timestamptz where id = ?", at, id);
    }

    /** What was asked to be completed is looked at when it is due, if nothing else is before. */
    void lookAt(UUID id, Instant due) {
        sql.update("update remedy_guideline set late_next_at = least(late_next_at, ?) where id = ?", due, id);
    }

    void renewalNext(UUID id, @Nullable Instant at) {
        sql.update("update remedy_guideline set renewal_next_at = ?::timestamptz where id = ?", at, id);
    }

    private static Guideline guideline(ResultSet row) throws SQLException {
        return new Guideline(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getLong("seq"),
                Objects.requireNonNull(row.getString("number")),
                Objects.requireNonNull(row.getString("authority")),
                Objects.requireNonNull(row.getString("title")),
                Objects.requireNonNull(row.getString("text")),
                row.getString("document"),
                Objects.requireNonNull(row.getObject("issued_on", LocalDate.class)),
                Sql.requiredInstant(row, "recorded_at"),
                Objects.requireNonNull(row.getString("name")),
                Sql.requiredInstant(row, "plans_due_at"),
                Sql.requiredInstant(row, "renewal_due_at"),
                row.getBoolean("exercise"),
                Sql.texts(row, "former"),
                row.getBoolean("succeeded"));
    }
}
