package io.haetae.remedy;

import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists recommendations as far as their reader may see them. */
@ApplicationScoped
public class RecommendationListService {

    private static final int MINE = 20;

    private static final String SELECT = """
            select r.*, coalesce(r.due_at <= ?, false) as overdue, p.responsible
              from remedy_recommendation r
              left join lateral (select responsible from remedy_act a
                                  where a.recommendation = r.id and a.due_on is not null
                                  order by a.number desc limit 1) p on true
             where (? or r.scope && ?)""";

    private final Sql sql;
    private final InstitutionService institutions;
    private final Clock clock;

    RecommendationListService(Sql sql, InstitutionService institutions, Clock clock) {
        this.sql = sql;
        this.institutions = institutions;
        this.clock = clock;
    }

    /** One page of the list, newest first. */
    @Transactional
    public Page<RecommendationRow> list(Scope scope, RecommendationFilter filter, int limit, @Nullable String cursor) {
        Instant now = clock.instant();
        StringBuilder query = new StringBuilder(SELECT);
        List<Object> parameters = new ArrayList<>(List.of(now, scope.all(), scope.keyArray()));
        and(query, parameters, "r.state = ?", filter.state());
        and(query, parameters, "r.basis = ?", filter.basis());
        and(
                query,
                parameters,
                "r.institution in (select code from identity_ancestry where ancestor = ?)",
                filter.institution());
        and(query, parameters, "r.subject_kind || ':' || r.subject_id = ?", filter.subject());
        and(query, parameters, "r.due_at <= ?", filter.overdue() ? now : null);
        if (filter.open()) {
            query.append(" and r.state not in ('VERIFIED', 'WITHDRAWN')");
        }
        and(query, parameters, "r.seq < ?", cursor == null ? null : last(cursor));
        query.append(" order by r.seq desc limit ").append(limit + 1);
        List<RecommendationRow> rows = sql.list(query.toString(), RecommendationListService::row, parameters.toArray());
        return Page.of(rows, limit, row -> Cursor.of(row.seq()));
    }

    /** What awaits the reader's answer or verification, what is due first on top. */
    @Transactional
    public List<RecommendationRow> mine(Actor reader) {
        String[] below = institutions.selfAndBelow(reader.institution()).toArray(String[]::new);
        boolean officer = reader.hasAny(Role.OFFICER);
        return sql.list(
                SELECT + """
                         and ((? and r.state in ('RECOMMENDED', 'PLANNED') and r.institution = any (?))
                              or (r.state = 'REPORTED' and r.recommended_by = ?
                                  and (case r.basis when 'OWN' then ? when 'MERGE_OR_ABOLISH' then ? else ? end)))
                       order by r.due_at nulls last, r.seq limit ?""",
                RecommendationListService::row,
                clock.instant(),
                reader.scope().all(),
                reader.scope().keyArray(),
                officer,
                below,
                reader.institution(),
                officer,
                reader.hasAny(Basis.MERGE_OR_ABOLISH.recommenders()),
                reader.hasAny(Basis.REVIEW.recommenders()),
                MINE);
    }

    private static void and(StringBuilder query, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(condition);
            parameters.add(value);
        }
    }

    private static long last(String cursor) {
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    private static RecommendationRow row(ResultSet row) throws SQLException {
        return new RecommendationRow(
                row.getString("number"),
                Basis.valueOf(row.getString("basis")),
                RemedyState.valueOf(row.getString("state")),
                row.getString("institution"),
                row.getString("recommended_by"),
                row.getString("title"),
                Objects.requireNonNull(row.getObject("received_on", LocalDate.class)),
                Sql.instant(row, "due_at"),
                row.getBoolean("overdue"),
                row.getString("responsible"),
                row.getBoolean("exercise"),
                row.getLong("seq"));
    }
}
