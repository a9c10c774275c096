package io.haetae.duty;

import io.haetae.duty.CallList.Place;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads what decides who is on duty: four queries, however many rosters. */
@ApplicationScoped
class RosterPlans {

    private static final String HEADS =
            "select r.id, t.institution, r.function from duty_roster r join duty_team t on t.id = r.team ";

    private final Sql sql;

    RosterPlans(Sql sql) {
        this.sql = sql;
    }

    private record Head(UUID id, String institution, DutyFunction function) {}

    private record Row<T>(UUID roster, T what) {}

    /** The rosters of these places that are in use. */
    List<RosterPlan> of(Collection<Place> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        return plans(sql.list(
                HEADS + """
                        join unnest(?::text[], ?::text[]) as wanted(function, institution)
                          on r.function = wanted.function and t.institution = wanted.institution
                        where r.ended_at is null order by r.created_at, r.id
                        """,
                RosterPlans::head,
                places.stream().map(Place::function).toArray(String[]::new),
                places.stream().map(Place::institution).toArray(String[]::new)));
    }

    /** One roster, in use or ended. */
    Optional<RosterPlan> of(UUID roster) {
        return plans(sql.list(HEADS + "where r.id = ?", RosterPlans::head, roster)).stream()
                .findFirst();
    }

    /** Several rosters. */
    List<RosterPlan> ofRosters(Collection<UUID> rosters) {
        return rosters.isEmpty()
                ? List.of()
                : plans(sql.list(HEADS + "where r.id = any(?) order by r.created_at, r.id", RosterPlans::head, (Object)
                        rosters.toArray(UUID[]::new)));
    }

    /** The rosters in use of which a person may be on duty. */
    List<RosterPlan> ofPerson(UUID person) {
        return plans(sql.list(HEADS + """
                        where r.ended_at is null and r.id in (
                            select n.roster from duty_rotation n join duty_turn u on u.rotation = n.id where u.person = ?
                            union all select o.roster from duty_override o where o.person = ? and o.ended_at is null
                            union all select n.roster from duty_rotation n join duty_turn u on u.rotation = n.id
                                join duty_absence a on a.person = u.person
                                where a.substitute = ? and a.ended_at is null)
                        order by r.created_at, r.id
                        """, RosterPlans::head, person, person, person));
    }

    private List<RosterPlan> plans(List<Head> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        UUID[] ids = heads.stream().map(Head::id).toArray(UUID[]::new);
        Map<UUID, List<Rotation>> rotations = grouped(rotations(ids));
        Map<UUID, List<RosterPlan.StandIn>> standIns = grouped(standIns(ids));
        Set<UUID> people = new HashSet<>();
        rotations.values().forEach(all -> all.forEach(rotation -> people.addAll(rotation.people())));
        standIns.values().forEach(all -> all.forEach(standIn -> people.add(standIn.person())));
        List<RosterPlan.Absence> absences = absences(people);
        return heads.stream()
                .map(head -> new RosterPlan(
                        head.id(),
                        head.institution(),
                        head.function(),
                        rotations.getOrDefault(head.id(), List.of()),
                        standIns.getOrDefault(head.id(), List.of()),
                        absences))
                .toList();
    }

    private List<Row<Rotation>> rotations(UUID[] rosters) {
        return sql.list(
                """
                select n.roster, n.id, n.layer, n.unit, n.length, n.starts_at, n.until_at,
                    array_agg(u.person order by u.ordinal) as people
                from duty_rotation n join duty_turn u on u.rotation = n.id
                where n.roster = any(?) group by n.id order by n.layer, n.starts_at
                """,
                row -> new Row<>(
                        row.getObject("roster", UUID.class),
                        new Rotation(
                                row.getObject("id", UUID.class),
                                row.getInt("layer"),
                                Rotation.Unit.valueOf(row.getString("unit")),
                                row.getInt("length"),
                                Sql.requiredInstant(row, "starts_at"),
                                Sql.instant(row, "until_at"),
                                List.of((UUID[]) row.getArray("people").getArray()))),
                (Object) rosters);
    }

    private List<Row<RosterPlan.StandIn>> standIns(UUID[] rosters) {
        return sql.list(
                """
                select roster, from_at, until_at, person, instead_of, swap from duty_override
                where roster = any(?) and ended_at is null order by made_at, id
                """,
                row -> new Row<>(
                        row.getObject("roster", UUID.class),
                        new RosterPlan.StandIn(
                                Sql.requiredInstant(row, "from_at"),
                                Sql.requiredInstant(row, "until_at"),
                                row.getObject("person", UUID.class),
                                row.getObject("instead_of", UUID.class),
                                row.getObject("swap", UUID.class) != null)),
                (Object) rosters);
    }

    private List<RosterPlan.Absence> absences(Set<UUID> people) {
        return sql.list(
                """
                select person, from_at, until_at, substitute from duty_absence
                where ended_at is null and (person = any(?)
                    or person in (select substitute from duty_absence where person = any(?) and ended_at is null))
                order by made_at, id
                """,
                row -> new RosterPlan.Absence(
                        row.getObject("person", UUID.class),
                        Sql.requiredInstant(row, "from_at"),
                        Sql.requiredInstant(row, "until_at"),
                        row.getObject("substitute", UUID.class)),
                people.toArray(UUID[]::new),
                people.toArray(UUID[]::new));
    }

    private static <T> Map<UUID, List<T>> grouped(List<Row<T>> rows) {
        Map<UUID, List<T>> grouped = new HashMap<>();
        rows.forEach(row ->
                grouped.computeIfAbsent(row.roster(), any -> new ArrayList<>()).add(row.what()));
        return grouped;
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getObject("id", UUID.class),
                row.getString("institution"),
                DutyFunction.valueOf(row.getString("function")));
    }
}
