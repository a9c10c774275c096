package io.haetae.duty;

import io.haetae.identity.InstitutionService;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Absences, and who may speak of whose. */
@ApplicationScoped
class AbsencePeople {

    private static final String SELECT = """
            select a.id, a.from_at, a.until_at, a.reason, p.id as person, p.username, p.name,
                s.id as substitute, s.username as substitute_username, s.name as substitute_name
            from duty_absence a join identity_person p on p.id = a.person
            left join identity_person s on s.id = a.substitute where a.ended_at is null and\s""";

    private final Sql sql;
    private final PeopleService people;
    private final InstitutionService institutions;
    private final CurrentActor current;

    AbsencePeople(Sql sql, PeopleService people, InstitutionService institutions, CurrentActor current) {
        this.sql = sql;
        this.people = people;
        this.institutions = institutions;
        this.current = current;
    }

    Optional<UUID> find(String username) {
        return people.findByUsername(username).map(PersonView::id);
    }

    /** The person himself, an administrator, an officer who reaches his institution, the lead of a team of his. */
    boolean maySpeakFor(UUID person) {
        Actor actor = current.get();
        if (actor.id().equals(person) || actor.hasAny(Role.ADMIN)) {
            return true;
        }
        String institution = people.find(person).map(PersonView::institution).orElse(null);
        boolean officer = actor.hasAny(Role.OFFICER)
                && institution != null
                && actor.scope().reaches(institutions.selfAndAbove(institution));
        return officer || sql.first("""
                                select 1 from duty_team t join duty_team_member m on m.team = t.id
                                where t.lead = ? and m.person = ? limit 1
                                """, row -> 1, actor.id(), person).isPresent();
    }

    AbsenceView get(UUID id) {
        return sql.first(SELECT + "a.id = ?", AbsencePeople::view, id).orElseThrow(Refusal::notFound);
    }

    /** Present and coming absences of a person. */
    List<AbsenceView> of(UUID person, Instant now) {
        return sql.list(
                SELECT + "a.person = ? and a.until_at > ? order by a.from_at, a.id", AbsencePeople::view, person, now);
    }

    private static AbsenceView view(ResultSet row) throws SQLException {
        UUID substitute = row.getObject("substitute", UUID.class);
        return new AbsenceView(
                row.getObject("id", UUID.class),
                new DutyPerson(row.getObject("person", UUID.class), row.getString("username"), row.getString("name")),
                Sql.requiredInstant(row, "from_at"),
                Sql.requiredInstant(row, "until_at"),
                substitute == null
                        ? null
                        : new DutyPerson(
                                substitute, row.getString("substitute_username"), row.getString("substitute_name")),
                row.getString("reason"));
    }
}
