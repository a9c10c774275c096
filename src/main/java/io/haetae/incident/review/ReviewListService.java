package io.haetae.incident.review;

import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists reviews: whoever may see an incident may see its review. */
@ApplicationScoped
class ReviewListService {

    private static final int MINE = 20;
    private static final String AWAITED = "v.state in ('DRAFT', 'COMPLETION_REQUESTED')";

    private static final String SELECT = """
            select v.*, i.number, i.title, i.exercise, p.name as reviewer_name,
                   coalesce(v.due_at <= ? and v.state in ('DRAFT', 'COMPLETION_REQUESTED'), false) as overdue
              from incident_review v
              join incident i on i.id = v.incident
              join identity_institution o on o.code = v.institution
              left join identity_person p on p.id = v.reviewer
             where (? or i.scope && ?) and (? or i.visibility = 'NORMAL' or i.scope && ?)""";

    private final Sql sql;
    private final InstitutionService institutions;
    private final Clock clock;

    ReviewListService(Sql sql, InstitutionService institutions, Clock clock) {
        this.sql = sql;
        this.institutions = institutions;
        this.clock = clock;
    }

    /** One page of the list, newest first. */
    @Transactional
    public Page<ReviewRow> list(Actor reader, ReviewFilter filter, int limit, @Nullable String cursor) {
        Instant now = clock.instant();
        StringBuilder query = new StringBuilder(SELECT);
        List<Object> parameters = visible(reader, now);
        and(query, parameters, "v.state = ?", filter.state());
        and(
                query,
                parameters,
                "v.institution in (select code from identity_ancestry where ancestor = ?)",
                filter.institution());
        and(query, parameters, "i.number = ?", filter.incident());
        and(query, parameters, AWAITED + " and v.due_at <= ?", filter.overdue() ? now : null);
        and(query, parameters, "v.id < ?", cursor == null ? null : last(cursor));
        query.append(" order by v.id desc limit ").append(limit + 1);
        List<ReviewRow> rows = sql.list(query.toString(), ReviewListService::row, parameters.toArray());
        return Page.of(rows, limit, row -> Cursor.of(row.id()));
    }

    /** What awaits the reader: to be written or handed in, or to be decided on; what is due first on top. */
    @Transactional
    public List<ReviewRow> mine(Actor reader) {
        List<Object> parameters = visible(reader, clock.instant());
        parameters.add(reader.id());
        parameters.add(reader.hasAny(Role.OFFICER));
        parameters.add(institutions.selfAndBelow(reader.institution()).toArray(String[]::new));
        parameters.add(reader.hasAny(Role.AUTHORITY, Role.SITUATION));
        parameters.add(reader.institution());
        parameters.add(MINE);
        String query = SELECT + " and (" + AWAITED + """
                 and (v.reviewer = ? or ? and v.institution = any (?))
                 or v.state = 'SUBMITTED' and ? and o.central_authority = ?)
                 order by v.due_at nulls last, v.id limit ?""";
        return sql.list(query, ReviewListService::row, parameters.toArray());
    }

    private static List<Object> visible(Actor reader, Instant now) {
        boolean needsNotToKnow = reader.hasAny(Role.SITUATION, Role.AUDITOR);
        String[] keys = reader.scope().keyArray();
        return new ArrayList<>(List.of(now, reader.scope().all(), keys, needsNotToKnow, keys));
    }

    private static void and(StringBuilder query, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(condition);
            parameters.add(value);
        }
    }

    private static UUID last(String cursor) {
        try {
            return UUID.fromString(Cursor.parse(cursor, 1).get(0));
        } catch (IllegalArgumentException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    private static ReviewRow row(ResultSet row) throws SQLException {
        int grade = row.getInt("failure_grade");
        Integer gradeOrNull = row.wasNull() ? null : Integer.valueOf(grade);
        return new ReviewRow(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("title"),
                row.getString("institution"),
                row.getString("reviewer_name"),
                ReviewState.valueOf(row.getString("state")),
                gradeOrNull,
                row.getBoolean("statutory"),
                Sql.instant(row, "recovered_at"),
                Sql.instant(row, "draft_due_at"),
                Sql.instant(row, "drafted_at"),
                Sql.instant(row, "due_at"),
                row.getBoolean("overdue"),
                row.getBoolean("exercise"));
    }
}
