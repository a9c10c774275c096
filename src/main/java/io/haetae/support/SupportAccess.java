package io.haetae.support;

import io.haetae.identity.InstitutionService;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Who acts for which side, and who is of the team. */
@ApplicationScoped
class SupportAccess {

    private final CurrentActor current;
    private final InstitutionService institutions;
    private final PeopleService people;

    SupportAccess(CurrentActor current, InstitutionService institutions, PeopleService people) {
        this.current = current;
        this.institutions = institutions;
        this.people = people;
    }

    Actor actor() {
        return current.get();
    }

    Actor worker() {
        return current.require(Role.OPERATOR, Role.OFFICER, Role.SUPPORT);
    }

    /** The sides for which the actor acts about that system. */
    Set<Party> parties(SystemView system) {
        Actor actor = current.get();
        Set<Party> parties = EnumSet.noneOf(Party.class);
        if (actor.hasAny(Role.SUPPORT)) {
            parties.add(Party.TEAM);
        }
        if (actor.hasAny(Role.OPERATOR, Role.OFFICER)
                && institutions
                        .selfAndAbove(List.of(system.owner(), system.operator()))
                        .contains(actor.institution())) {
            parties.add(Party.INSTITUTION);
        }
        return parties;
    }

    /** The side that asks: the institution's where one acts for both. Refuses (403) who acts for neither. */
    Party asking(SystemView system) {
        Set<Party> parties = parties(system);
        if (parties.isEmpty()) {
            throw new Refusal(SupportError.OTHER_SIDE);
        }
        return parties.contains(Party.INSTITUTION) ? Party.INSTITUTION : Party.TEAM;
    }

    /** Refuses (403) who does not take steps of that side, and who would answer himself. */
    void require(Move.Side side, SupportRequest request, SystemView system) {
        if (Collections.disjoint(side.parties(request.origin), parties(system))) {
            throw new Refusal(SupportError.OTHER_SIDE);
        }
        if (answersHimself(side, request)) {
            throw new Refusal(SupportError.ANOTHER_PERSON);
        }
    }

    /** The nouns that the reader may put now. */
    List<String> allowed(SupportRequest request, SystemView system) {
        Set<Party> parties = parties(system);
        return Move.open(request.state).stream()
                .filter(move -> !Collections.disjoint(move.side().parties(request.origin), parties))
                .filter(move -> !answersHimself(move.side(), request))
                .map(move -> move.step().noun())
                .toList();
    }

    private boolean answersHimself(Move.Side side, SupportRequest request) {
        return side == Move.Side.OTHER && current.get().id().equals(request.askedBy);
    }

    /** The people of those log-in names, all of the team, or a refusal that names each who is not. */
    List<PersonView> ofTheTeam(List<String> usernames) {
        List<PersonView> found = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < usernames.size(); i++) {
            String username = usernames.get(i).strip();
            PersonView person = people.findByUsername(username)
                    .filter(PersonView::active)
                    .filter(each -> each.roles().contains(Role.SUPPORT))
                    .orElse(null);
            if (person == null) {
                errors.add(new FieldError("/people/" + i, "not-of-the-team", Map.of("value", username)));
            } else if (found.stream().noneMatch(each -> each.id().equals(person.id()))) {
                found.add(person);
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return found;
    }

    /** Everybody of the team. */
    List<PersonView> team() {
        return people.holding(Role.SUPPORT);
    }

    /** Those who answer for the system: operators and officers of its owner and operator. */
    List<PersonView> institution(SystemView system) {
        Set<String> codes = new TreeSet<>(List.of(system.owner(), system.operator()));
        List<PersonView> all = new ArrayList<>(people.holding(Role.OPERATOR, codes));
        all.addAll(people.holding(Role.OFFICER, codes));
        return all;
    }

    /** Those of these who are still there. */
    List<PersonView> active(Set<UUID> ids) {
        return ids.isEmpty() ? List.of() : people.active(ids);
    }
}
