package io.haetae.grading.rebuild;

import io.haetae.kernel.Actor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What is awaited of the items of rebuilds, and until when. */
@ApplicationScoped
class RebuildClocks {

    /** What nobody is asked for now is left out: a completion while the answer to it awaits its review. */
    static final String ASKED = """
            (c.awaits = 'REVIEW' or not exists (select from grading_rebuild_clock r
                 where r.rebuild = c.rebuild and r.item = c.item and r.awaits = 'REVIEW'))
            """;

    private static final String CLOCKS = """
            select c.rebuild, c.item, c.awaits, c.due_at, c.next_at, c.reminded, b.number, b.title, b.rule_set,
                   b.rule_version, b.system, s.code, s.name_ko, s.name_en, s.owner
              from grading_rebuild_clock c join grading_rebuild b on b.id = c.rebuild
              join register_system s on s.id = b.system
            """;

    private final Sql sql;

    RebuildClocks(Sql sql) {
        this.sql = sql;
    }

    /** One clock with what it belongs to. */
    record Clock(
            UUID rebuild,
            String item,
            RebuildView.Awaited awaits,
            Instant dueAt,
            Instant nextAt,
            int reminded,
            String number,
            String title,
            String ruleSet,
            String ruleVersion,
            UUID system,
            String code,
            LocalizedText name,
            String owner) {}

    void await(UUID rebuild, String item, RebuildView.Awaited awaits, Instant dueAt, Instant nextAt) {
        sql.update("""
                insert into grading_rebuild_clock (rebuild, item, awaits, due_at, next_at) values (?, ?, ?, ?, ?)
                on conflict (rebuild, item, awaits) do update set due_at = excluded.due_at, next_at = excluded.next_at,
                       reminded = 0""", rebuild, item, awaits, dueAt, nextAt);
    }

    void stop(UUID rebuild, String item, RebuildView.Awaited awaits) {
        sql.update(
                "delete from grading_rebuild_clock where rebuild = ? and item = ? and awaits = ?",
                rebuild,
                item,
                awaits);
    }

    /** Its people are asked for it again: what they were not told meanwhile they are told from now on. */
    void resume(UUID rebuild, String item, RebuildView.Awaited awaits, Instant now) {
        sql.update(
                "update grading_rebuild_clock set next_at = greatest(next_at, ?) where rebuild = ? and item = ? and awaits = ?",
                now,
                rebuild,
                item,
                awaits);
    }

    void stopAll(UUID rebuild) {
        sql.update("delete from grading_rebuild_clock where rebuild = ?", rebuild);
    }

    /** What is asked for of the items of one rebuild now. */
    Map<String, RebuildView.Due> of(UUID rebuild) {
        Map<String, RebuildView.Due> dues = new HashMap<>();
        sql.list(
                "select c.item, c.awaits, c.due_at from grading_rebuild_clock c where c.rebuild = ? and " + ASKED,
                row -> dues.put(
                        row.getString("item"),
                        new RebuildView.Due(
                                RebuildView.Awaited.valueOf(row.getString("awaits")),
                                Sql.requiredInstant(row, "due_at"))),
                rebuild);
        return dues;
    }

    /** Rebuilds of which something waits without a day, locked until the transaction ends. */
    UUID[] undated() {
        return sql.list("""
                select b.id from grading_rebuild b
                 where b.id in (select w.rebuild from grading_rebuild_waiting w
                                 where not exists (select from grading_rebuild_clock c
                                        where c.rebuild = w.rebuild and c.item = w.item and c.awaits = w.awaits))
                 order by b.id for update of b skip locked""", row -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .toArray(UUID[]::new);
    }

    /** Lets what waits of these rebuilds without a day be awaited by a day. */
    int date(UUID[] rebuilds, RebuildView.Awaited awaits, Instant dueAt, Instant nextAt) {
        return sql.update("""
                insert into grading_rebuild_clock (rebuild, item, awaits, due_at, next_at)
                select w.rebuild, w.item, w.awaits, ?, ? from grading_rebuild_waiting w
                 where w.rebuild = any (?) and w.awaits = ?
                on conflict (rebuild, item, awaits) do nothing""", dueAt, nextAt, rebuilds, awaits);
    }

    /** Those whose people are to be told, locked until the transaction ends. */
    List<Clock> claim(Instant now, int most) {
        return sql.list(
                CLOCKS + "where c.next_at <= ? and " + ASKED
                        + " order by c.next_at limit ? for update of c skip locked",
                RebuildClocks::clock,
                now,
                most);
    }

    void reminded(Clock clock, Instant nextAt) {
        sql.update(
                "update grading_rebuild_clock set next_at = ?, reminded = reminded + 1"
                        + " where rebuild = ? and item = ? and awaits = ?",
                nextAt,
                clock.rebuild(),
                clock.item(),
                clock.awaits());
    }

    /** What awaits the person: reviews of the central authority, completions of the owner's side; the earliest due first. */
    List<Clock> awaiting(Actor person, int most) {
        return sql.list(
                CLOCKS + """
                         where ((? and c.awaits = 'REVIEW'
                                and s.owner in (select code from identity_institution where central_authority = ?))
                            or (? and c.awaits = 'COMPLETION'
                                and s.owner in (select code from identity_ancestry where ancestor = ?)))
                           and\s""" + ASKED + "order by c.due_at, b.number, c.item limit ?",
                RebuildClocks::clock,
                person.hasAny(Role.AUTHORITY),
                person.institution(),
                person.hasAny(Role.OFFICER),
                person.institution(),
                most);
    }

    private static Clock clock(ResultSet row) throws SQLException {
        return new Clock(
                Objects.requireNonNull(row.getObject("rebuild", UUID.class)),
                Objects.requireNonNull(row.getString("item")),
                RebuildView.Awaited.valueOf(row.getString("awaits")),
                Sql.requiredInstant(row, "due_at"),
                Sql.requiredInstant(row, "next_at"),
                row.getInt("reminded"),
                Objects.requireNonNull(row.getString("number")),
                Objects.requireNonNull(row.getString("title")),
                Objects.requireNonNull(row.getString("rule_set")),
                Objects.requireNonNull(row.getString("rule_version")),
                Objects.requireNonNull(row.getObject("system", UUID.class)),
                Objects.requireNonNull(row.getString("code")),
                Sql.text(row, "name"),
                Objects.requireNonNull(row.getString("owner")));
    }
}
