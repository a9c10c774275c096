package io.haetae.duty;

import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** People as rosters name them. Auditors and administrators take no turns: they must stay apart from what they watch. */
@ApplicationScoped
class DutyPeople {

    private static final Set<Role> APART = Set.of(Role.AUDITOR, Role.ADMIN);

    private final PeopleService people;
    private final Sql sql;

    DutyPeople(PeopleService people, Sql sql) {
        this.people = people;
        this.sql = sql;
    }

    /** Whether this person may be called as somebody on duty. */
    static boolean mayTakeTurns(PersonView person) {
        return person.active() && person.roles().stream().noneMatch(APART::contains);
    }

    /** Somebody who may take turns, by log-in name; what is wrong is added to {@code errors}. */
    UUID named(String pointer, String username, List<FieldError> errors) {
        PersonView found =
                people.findByUsername(username).filter(PersonView::active).orElse(null);
        if (found == null) {
            errors.add(FieldError.of(pointer, "unknown-person", username));
            return new UUID(0, 0);
        }
        if (!mayTakeTurns(found)) {
            errors.add(FieldError.of(pointer, "may-not-be-rostered", username));
        }
        return found.id();
    }

    /** One person who may take turns. */
    UUID named(String pointer, String username) {
        List<FieldError> errors = new ArrayList<>();
        UUID found = named(pointer, username, errors);
        refuse(errors);
        return found;
    }

    /** All of them, in order. */
    List<UUID> named(String pointer, List<String> usernames, List<FieldError> errors) {
        List<UUID> found = new ArrayList<>();
        for (String username : usernames) {
            found.add(named(pointer + "/" + found.size(), username, errors));
        }
        return found;
    }

    static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** Names of people by id, active or not. */
    Map<UUID, DutyPerson> byId(Collection<UUID> ids) {
        Map<UUID, DutyPerson> byId = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            sql.list(
                            "select id, username, name from identity_person where id = any(?) order by name, username",
                            row -> new DutyPerson(
                                    row.getObject("id", UUID.class), row.getString("username"), row.getString("name")),
                            (Object) ids.toArray(UUID[]::new))
                    .forEach(person -> byId.put(person.id(), person));
        }
        return byId;
    }
}
