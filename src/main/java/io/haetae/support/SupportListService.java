package io.haetae.support;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Conditions;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists support requests, for those who may know of them. */
@ApplicationScoped
public class SupportListService {

    private static final int SHORT = 20;

    private static final String SELECT = """
            select r.number, r.state, r.origin, r.code, s.name_ko, s.name_en, i.number as incident, i.failure_grade,
                   r.institution, r.mode, r.exercise, r.asked_at, r.seq, s.scope,
                   (select t.at from support_step t where t.request = r.id order by t.number desc limit 1) as last_at,
                   array(select p.name from support_person p where p.request = r.id and p.until is null
                          order by p.name) as people
              from support_request r
              join register_system s on s.id = r.system
              join incident n on n.number = r.incident
              join incident i on i.id = coalesce(n.merged_into, n.id)""";

    private final Sql sql;

    SupportListService(Sql sql) {
        this.sql = sql;
    }

    /**
     * What a list is asked for; null does not narrow it.
     *
     * @param open only those that are not over
     */
    public record Filter(
            @Nullable SupportState state,
            @Nullable String system,
            @Nullable String incident,
            @Nullable String institution,
            boolean open) {}

    /** One page of the list, newest first. */
    @Transactional
    public Page<SupportRow> list(Actor reader, Filter filter, int limit, @Nullable String cursor) {
        Conditions where = known(reader);
        and(where, "r.state = ?", filter.state());
        and(where, "r.code = ?", filter.system());
        and(where, "r.institution = ?", filter.institution());
        and(
                where,
                "i.id = (select coalesce(m.merged_into, m.id) from incident m where m.number = ?)",
                filter.incident());
        if (filter.open()) {
            where.and("r.ended_at is null");
        }
        and(where, "r.seq < ?", cursor == null ? null : last(cursor));
        List<SupportRow> rows = rows(where, limit + 1);
        return Page.of(rows, limit, row -> Cursor.of(row.seq()));
    }

    /**
     * What awaits the reader: answers that he may give, requests of the team to which nobody is assigned yet, and those to
     * which he is sent himself; and, for either side, those whose incident is over while they are not.
     */
    @Transactional
    public List<SupportRow> mine(Actor reader) {
        Conditions where = known(reader).and("r.ended_at is null");
        boolean team = reader.hasAny(Role.SUPPORT);
        boolean institution = reader.hasAny(Role.OPERATOR, Role.OFFICER);
        where.and(
                """
                (? and (r.state = 'REQUESTED' and r.origin = 'INSTITUTION' and r.asked_by <> ? or r.state = 'ACCEPTED')
                 or ? and r.state = 'REQUESTED' and r.origin = 'TEAM' and exists (
                    select from identity_ancestry a where a.code in (s.owner, s.operator) and a.ancestor = ?)
                 or exists (select from support_person p where p.request = r.id and p.person = ? and p.until is null)
                 or i.state in ('CLOSED', 'CANCELLED') and (? or ? and exists (
                    select from identity_ancestry a where a.code in (s.owner, s.operator) and a.ancestor = ?)))""",
                team,
                reader.id(),
                institution,
                reader.institution(),
                reader.id(),
                team,
                institution,
                reader.institution());
        return rows(where, SHORT);
    }

    /** Those that are not over, as far as the reader may know of them; at most so many. */
    List<SupportRow> underWay(Actor reader, int most) {
        return rows(known(reader).and("r.ended_at is null"), most);
    }

    private List<SupportRow> rows(Conditions where, int most) {
        return sql.list(
                SELECT + where + " order by r.seq desc limit " + most,
                SupportListService::row,
                where.parameters().toArray());
    }

    /** As for one request: concerned, or of a role that knows of all; of need-to-know failures fewer do. */
    private static Conditions known(Actor reader) {
        return new Conditions()
                .and(
                        "(s.scope && ? or ? and (? or i.visibility = 'NORMAL'))",
                        reader.scope().keyArray(),
                        reader.scope().all(),
                        Subjects.seesHushed(reader));
    }

    private static void and(Conditions where, String condition, @Nullable Object value) {
        if (value != null) {
            where.and(condition, value);
        }
    }

    private static long last(String cursor) {
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    private static SupportRow row(ResultSet row) throws SQLException {
        return new SupportRow(
                row.getString("number"),
                SupportState.valueOf(row.getString("state")),
                Party.valueOf(row.getString("origin")),
                row.getString("code"),
                Sql.text(row, "name"),
                row.getString("incident"),
                row.getObject("failure_grade", Integer.class),
                row.getString("institution"),
                SupportCommand.Mode.valueOf(row.getString("mode")),
                row.getBoolean("exercise"),
                Sql.requiredInstant(row, "asked_at"),
                Sql.requiredInstant(row, "last_at"),
                Sql.texts(row, "people"),
                Sql.texts(row, "scope"),
                row.getLong("seq"));
    }
}
