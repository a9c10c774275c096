package io.haetae.duty;

import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who holds which function now: by post, else by the role that stands in for it. Asks for all that a sweep needs at
 * once, a handful of queries however many steps are due.
 */
@ApplicationScoped
class CallList {

    private final Sql sql;
    private final PeopleService people;
    private final RosterPlans plans;

    CallList(Sql sql, PeopleService people, RosterPlans plans) {
        this.sql = sql;
        this.people = people;
        this.plans = plans;
    }

    /** A function in an institution. */
    record Place(String function, String institution) {}

    /** Somebody who holds a function: by a post, or because of a role. */
    record Holder(PersonView person, boolean byPost) {}

    /** Holders of each place, posts by rank before whoever is on duty by a roster; no entry when there is nobody. */
    Map<Place, List<Holder>> holders(Collection<Place> wanted, Instant at) {
        Set<Place> places = new LinkedHashSet<>(wanted);
        Map<Place, List<Holder>> holders = appointed(places, at);
        places.removeAll(holders.keySet());
        holders.putAll(standIns(places));
        return holders;
    }

    /** By a post, or on duty by a roster. */
    private Map<Place, List<Holder>> appointed(Set<Place> places, Instant at) {
        if (places.isEmpty()) {
            return new HashMap<>();
        }
        List<Appointed> appointed = new ArrayList<>(posts(places, at));
        for (RosterPlan plan : plans.of(places)) {
            Place place = new Place(plan.function().name(), plan.institution());
            plan.at(at).stream()
                    .map(Shift::person)
                    .filter(Objects::nonNull)
                    .forEach(person -> appointed.add(new Appointed(place, person, true)));
        }
        Set<UUID> ids = appointed.stream().map(Appointed::person).collect(Collectors.toSet());
        Map<UUID, PersonView> known = ids.isEmpty()
                ? Map.of()
                : people.active(ids).stream().collect(Collectors.toMap(PersonView::id, Function.identity()));
        Map<Place, List<Holder>> holders = new HashMap<>();
        for (Appointed each : appointed) {
            PersonView person = known.get(each.person());
            if (person != null && (!each.byRoster() || DutyPeople.mayTakeTurns(person))) {
                add(holders, each.place(), new Holder(person, true));
            }
        }
        return holders;
    }

    private record Appointed(Place place, UUID person, boolean byRoster) {}

    private List<Appointed> posts(Set<Place> places, Instant at) {
        return sql.list(
                """
                select p.function, p.institution, p.person from duty_post p
                join unnest(?::text[], ?::text[]) as wanted(function, institution)
                  on p.function = wanted.function and p.institution = wanted.institution
                where p.from_at <= ? and (p.until_at is null or p.until_at > ?)
                order by p.rank, p.from_at, p.id
                """,
                row -> new Appointed(
                        new Place(row.getString("function"), row.getString("institution")),
                        row.getObject("person", UUID.class),
                        false),
                places.stream().map(Place::function).toArray(String[]::new),
                places.stream().map(Place::institution).toArray(String[]::new),
                at,
                at);
    }

    private Map<Place, List<Holder>> standIns(Set<Place> places) {
        Map<Role, Set<Place>> byRole = new EnumMap<>(Role.class);
        for (Place place : places) {
            for (Role role : fallback(place.function())) {
                byRole.computeIfAbsent(role, any -> new LinkedHashSet<>()).add(place);
            }
        }
        Map<Place, List<Holder>> holders = new LinkedHashMap<>();
        byRole.forEach((role, of) -> {
            Map<String, List<PersonView>> holding = new HashMap<>();
            Set<String> institutions = of.stream().map(Place::institution).collect(Collectors.toSet());
            for (PersonView person : people.holding(role, institutions)) {
                holding.computeIfAbsent(String.valueOf(person.institution()), any -> new ArrayList<>())
                        .add(person);
            }
            of.forEach(place -> holding.getOrDefault(place.institution(), List.of())
                    .forEach(person -> add(holders, place, new Holder(person, false))));
        });
        return holders;
    }

    /** A policy may name a function that this version does not know: nobody holds it. */
    private static Set<Role> fallback(String function) {
        return Arrays.stream(DutyFunction.values())
                .filter(known -> known.name().equals(function))
                .findFirst()
                .map(DutyFunction::fallback)
                .orElse(Set.of());
    }

    private static void add(Map<Place, List<Holder>> holders, Place place, Holder holder) {
        List<Holder> present = holders.computeIfAbsent(place, any -> new ArrayList<>());
        if (present.stream()
                .noneMatch(each -> each.person().id().equals(holder.person().id()))) {
            present.add(holder);
        }
    }
}
