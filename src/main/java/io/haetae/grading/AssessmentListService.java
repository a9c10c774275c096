package io.haetae.grading;

import io.haetae.identity.AuthorityArea;
import io.haetae.identity.DelegationService;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists assessments as far as their reader may see them. */
@ApplicationScoped
public class AssessmentListService {

    /** Inside, what the owner writes shows; outside what was handed in, to other central authorities once decided. */
    private static final String FROM = """
             from grading_assessment a
             join register_system s on s.id = a.system
             join identity_institution i on i.code = s.owner
             left join lateral (select n.grade, n.score, n.at from grading_submission n
                                 where n.assessment = a.id order by n.number desc limit 1) l on true
             cross join lateral (select ? or s.owner = any (?) as inside) r
             where (r.inside or (l.at is not null and ((? or s.scope && ?)
                    and (a.state = 'NOTIFIED' or ? or i.central_authority = any (?)) or i.central_authority = any (?))))""";

    private static final String COLUMNS = """
            select a.id, a.state, a.decided_grade, a.created_at, a.notified_at, s.code, s.name_ko, s.name_en, s.owner,
                   i.central_authority, l.at as submitted_at, case when r.inside then a.grade else l.grade end as grade,
                   case when r.inside then a.score else l.score end as score""";

    private final Sql sql;
    private final InstitutionService institutions;
    private final DelegationService delegations;
    private final GradeHistory history;
    private final CurrentActor actor;

    AssessmentListService(
            Sql sql,
            InstitutionService institutions,
            DelegationService delegations,
            GradeHistory history,
            CurrentActor actor) {
        this.sql = sql;
        this.delegations = delegations;
        this.institutions = institutions;
        this.history = history;
        this.actor = actor;
    }

    /** One page of the list, newest first. */
    @Transactional
    public Page<AssessmentRow> list(Scope scope, AssessmentFilter filter, int limit, @Nullable String cursor) {
        Query query = query(scope, filter);
        if (cursor != null) {
            query.and("a.id < ?", last(cursor));
        }
        query.text.append(" order by a.id desc limit ").append(limit + 1);
        List<AssessmentRow> rows =
                sql.list(COLUMNS + query.text, AssessmentListService::row, query.parameters.toArray());
        return Page.of(rows, limit, row -> Cursor.of(row.id()));
    }

    private static UUID last(String cursor) {
        try {
            return UUID.fromString(Cursor.parse(cursor, 1).get(0));
        } catch (IllegalArgumentException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    /** Every grade that a system in scope has had, the newest first. */
    public List<GradeHistory.Held> grades(SystemView system) {
        return history.of(system);
    }

    /** The one that held at a time; none before the system was registered. */
    public List<GradeHistory.Held> grades(SystemView system, Instant at) {
        return history.at(system, at).stream().toList();
    }

    /** How many there are in each state. */
    @Transactional
    public Map<AssessmentState, Long> counts(Scope scope, AssessmentFilter filter) {
        Query query = query(scope, filter);
        Map<AssessmentState, Long> counts = new EnumMap<>(AssessmentState.class);
        for (AssessmentState state : AssessmentState.values()) {
            counts.put(state, 0L);
        }
        sql.list(
                        "select a.state, count(*) as n" + query.text + " group by a.state",
                        row -> Map.entry(AssessmentState.valueOf(row.getString("state")), row.getLong("n")),
                        query.parameters.toArray())
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    /**
     * For whom the reader stands, in his own right and under delegations.
     *
     * @param inside owners whose drafts show
     * @param answered owners that he answers for
     * @param decided central authorities that he decides for
     */
    private record Rights(Set<String> inside, Set<String> answered, Set<String> decided) {}

    private Rights rights(Actor reader) {
        Set<String> inside = new TreeSet<>(institutions.selfAndBelow(reader.institution()));
        Set<String> answered = new TreeSet<>(reader.hasAny(Role.OFFICER) ? inside : Set.of());
        delegations.mandates(GradingActs.ANSWER).stream()
                .map(mandate -> institutions.selfAndBelow(mandate.institution()))
                .forEach(answered::addAll);
        inside.addAll(answered);
        Set<String> decided = new TreeSet<>(reader.hasAny(Role.AUTHORITY) ? Set.of(reader.institution()) : Set.of());
        delegations.mandates(GradingActs.DECIDE).forEach(mandate -> decided.add(mandate.institution()));
        return new Rights(inside, answered, decided);
    }

    private Query query(Scope scope, AssessmentFilter filter) {
        Actor reader = actor.get();
        Rights rights = rights(reader);
        AuthorityArea area = institutions.area(reader);
        Query query = new Query();
        query.text.append(" ").append(FROM);
        query.parameters.addAll(List.of(
                reader.hasAny(Role.AUDITOR),
                array(rights.inside()),
                scope.all(),
                scope.keyArray(),
                area.all(),
                area.array(),
                array(rights.decided())));
        query.and("a.state = ?", filter.state());
        query.and("s.owner in (select code from identity_ancestry where ancestor = ?)", filter.institution());
        query.and("s.code = ?", filter.system());
        if (filter.task() == AssessmentFilter.Task.ANSWER) {
            query.and("a.state in ('DRAFT', 'COMPLETION_REQUESTED') and s.owner = any (?)", array(rights.answered()));
        }
        if (filter.task() == AssessmentFilter.Task.DECIDE) {
            query.and(
                    "a.state in ('SUBMITTED', 'APPEALED') and i.central_authority = any (?)", array(rights.decided()));
            query.and(
                    "not exists (select 1 from grading_submission n where n.assessment = a.id and n.person = ?)",
                    reader.id());
            query.and(
                    "not exists (select 1 from grading_appeal n where n.assessment = a.id and n.person = ?)",
                    reader.id());
        }
        return query;
    }

    private static String[] array(Set<String> codes) {
        return codes.toArray(String[]::new);
    }

    private static AssessmentRow row(ResultSet row) throws SQLException {
        int decided = row.getInt("decided_grade");
        Integer grade = row.wasNull() ? null : Integer.valueOf(decided);
        return new AssessmentRow(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("code"),
                Sql.text(row, "name"),
                row.getString("owner"),
                row.getString("central_authority"),
                AssessmentState.valueOf(row.getString("state")),
                row.getInt("grade"),
                row.getBigDecimal("score"),
                grade,
                Sql.requiredInstant(row, "created_at"),
                Sql.instant(row, "submitted_at"),
                Sql.instant(row, "notified_at"));
    }

    private static final class Query {

        private final StringBuilder text = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        private void and(String condition, @Nullable Object value) {
            if (value != null) {
                text.append(" and ").append(condition);
                parameters.add(value);
            }
        }
    }
}
