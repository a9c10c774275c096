package io.haetae.duty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads teams: one query, whatever their number. */
@ApplicationScoped
public class TeamLists {

    private static final TypeReference<List<DutyPerson>> PEOPLE = new TypeReference<>() {};
    private static final TypeReference<List<TeamView.Roster>> ROSTERS = new TypeReference<>() {};

    private static final String SELECT = """
            select t.id, t.institution, t.name, t.version, l.id as lead, l.username, l.name as lead_name,
                (select coalesce(json_agg(json_build_object('id', p.id, 'username', p.username, 'name', p.name)
                    order by p.name, p.username), '[]') from duty_team_member m
                    join identity_person p on p.id = m.person where m.team = t.id) as members,
                (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'function', r.function)
                    order by r.created_at, r.id), '[]') from duty_roster r
                    where r.team = t.id and r.ended_at is null) as rosters
            from duty_team t join identity_person l on l.id = t.lead
            """;

    private final Sql sql;
    private final ObjectMapper json;
    private final CurrentActor current;

    TeamLists(Sql sql, ObjectMapper json, CurrentActor current) {
        this.sql = sql;
        this.json = json;
        this.current = current;
    }

    /** Teams of institutions in scope, and those the reader belongs to, by institution and name. */
    @Transactional
    public Page<TeamView> list(Scope scope, @Nullable String institution, @Nullable String cursor, int limit) {
        UUID reader = current.get().id();
        List<@Nullable Object> parameters = new ArrayList<>(List.of(scope.all(), scope.keyArray(), reader, reader));
        StringBuilder where = new StringBuilder("""
                where (? or exists (select 1 from identity_ancestry a
                        where a.code = t.institution and a.ancestor = any(?))
                    or t.lead = ? or exists (select 1 from duty_team_member m where m.team = t.id and m.person = ?))
                """);
        if (institution != null) {
            where.append(" and t.institution = ?");
            parameters.add(institution);
        }
        if (cursor != null) {
            where.append(" and (t.institution, t.name, t.id) > (?, ?, ?::uuid)");
            parameters.addAll(Cursor.parse(cursor, 3));
        }
        parameters.add(limit + 1);
        List<TeamView> rows = sql.list(
                SELECT + where + " order by t.institution, t.name, t.id limit ?", this::view, parameters.toArray());
        return Page.of(rows, limit, last -> Cursor.of(last.institution(), last.name(), last.id()));
    }

    TeamView get(UUID id) {
        return sql.first(SELECT + "where t.id = ?", this::view, id).orElseThrow(Refusal::notFound);
    }

    private TeamView view(ResultSet row) throws SQLException {
        return new TeamView(
                row.getObject("id", UUID.class),
                row.getString("institution"),
                row.getString("name"),
                new DutyPerson(
                        row.getObject("lead", UUID.class), row.getString("username"), row.getString("lead_name")),
                read(row.getString("members"), PEOPLE),
                read(row.getString("rosters"), ROSTERS),
                row.getInt("version") + 1);
    }

    private <T> List<T> read(String text, TypeReference<List<T>> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a team cannot be read", e);
        }
    }
}
