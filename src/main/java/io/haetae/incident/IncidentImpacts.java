package io.haetae.incident;

import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What several incidents together do, by 재난관리주관기관 (lead agency) and system grade, as of any time. Who was hit is told as
 * it was recorded then: a system counts from when it was recorded as affected, under the lead agency and the confirmed
 * grade that the register had then, until it leaves service. Whether it was restored then is told as it is known now:
 * recoveries are often written down later than they happen. A system of several incidents counts once, and as restored
 * when it is in all of them.
 */
@ApplicationScoped
public class IncidentImpacts {

    private static final int NAMES = 5;
    private static final int UNLED = 20;

    /** Parameters: the time, the numbers of the incidents, and three times the time. */
    private static final String SYSTEMS = """
            with hit as (
                select s.system, s.incident, s.code, c.restored, c.service, s.stopped_since, s.services
                  from incident i
                  join incident_system s on s.incident = i.id
                 cross join lateral (
                       select k.restored, k.service from incident_system_course k
                        where k.incident = s.incident and k.system = s.system and k.at <= ?
                        order by k.at desc, k.n desc limit 1) c
                 where i.id in (select coalesce(n.merged_into, n.id) from incident n where n.number = any (?)) and i.state <> 'CANCELLED' and s.added_at <= ?
            ), known as (
                select h.*, v.lead_agency, v.system_grade, v.site, v.room, v.detail
                  from hit h
                  join register_system_version v on v.id = h.system and v.period @> ?::timestamptz
                 where v.in_service_until is null
                    or v.in_service_until >= (?::timestamptz at time zone 'Asia/Seoul')::date
            )
            """;

    private final Sql sql;

    IncidentImpacts(Sql sql) {
        this.sql = sql;
    }

    /**
     * Systems that share lead agency and grade.
     *
     * @param leadAgency code of the lead agency, null when the register names none
     * @param systemGrade 1 to 4, null when not graded
     * @param total systems hit
     * @param restored of them restored in full
     * @param stopped of the others those not known to run
     */
    public record Count(
            @Nullable String leadAgency, @Nullable Integer systemGrade, int total, int restored, int stopped) {}

    /**
     * An open incident that still hits systems of a lead agency.
     *
     * @param leadAgency code of the lead agency
     * @param number of the incident
     * @param failureGrade the failure grade in force, null while there is none
     * @param severeSince since when that grade has been 1 or 2, null when it is not
     * @param feared whether it is a feared failure (우려)
     * @param gradeOne systems of grade 1 among those not restored
     */
    public record Failing(
            String leadAgency,
            String number,
            @Nullable Integer failureGrade,
            @Nullable Instant severeSince,
            boolean feared,
            int gradeOne) {}

    /**
     * Systems that stopped together and are not known to run.
     *
     * @param leadAgency code of their lead agency
     * @param systemGrade their grade, null when not graded
     * @param since when they stopped
     * @param names codes of the first few
     * @param count how many
     * @param emergency whether they carry a function for emergencies
     * @param regions in how many 시·도 people feel it, 0 when not said
     */
    public record Stopped(
            String leadAgency,
            @Nullable Integer systemGrade,
            Instant since,
            List<String> names,
            int count,
            boolean emergency,
            int regions) {

        public Stopped {
            names = List.copyOf(names);
        }

        /** Whole minutes until then. */
        public long minutes(Instant until) {
            return Math.max(0, Duration.between(since, until).toMinutes());
        }
    }

    /**
     * A place that is out and holds systems of a lead agency that are not restored.
     *
     * @param leadAgency code of the lead agency
     * @param site code of the site
     * @param room the room, null when the whole site is out
     */
    public record PlaceOut(
            String leadAgency, String site, @Nullable String room) {}

    /** How many systems were hit and restored at that time. */
    @Transactional
    public List<Count> counts(Collection<String> incidents, Instant asOf) {
        return sql.list(
                SYSTEMS + """
                , one as (
                    select system, lead_agency, system_grade, bool_and(restored) as restored,
                           bool_or(not restored and service in ('STOPPED', 'UNKNOWN')) as stopped
                      from known group by system, lead_agency, system_grade
                )
                select lead_agency, system_grade, count(*) as total, count(*) filter (where restored) as restored,
                       count(*) filter (where stopped) as stopped
                  from one group by lead_agency, system_grade order by lead_agency, system_grade
                """,
                row -> new Count(
                        row.getString("lead_agency"),
                        row.getObject("system_grade", Integer.class),
                        row.getInt("total"),
                        row.getInt("restored"),
                        row.getInt("stopped")),
                parameters(incidents, asOf));
    }

    /** Codes of the gravest systems that are hit and of which the register names no lead agency. */
    @Transactional
    public List<String> unled(Collection<String> incidents, Instant now) {
        return sql.list(
                SYSTEMS + """
                select code from known where lead_agency is null
                 group by code order by min(coalesce(system_grade, 5)), code limit %d
                """.formatted(UNLED),
                row -> Objects.requireNonNull(row.getString("code")),
                parameters(incidents, now));
    }

    /** Every time at which a system was added or restored, or failed again, in order: the steps of a curve. */
    @Transactional
    public List<Instant> turns(Collection<String> incidents) {
        return sql.list("""
                select distinct at from (
                    select s.added_at as at from incident i join incident_system s on s.incident = i.id
                     where i.id in (select coalesce(n.merged_into, n.id) from incident n where n.number = any (?)) and i.state <> 'CANCELLED'
                    union all
                    select c.at from incident i join incident_system_course c on c.incident = i.id
                     where i.id in (select coalesce(n.merged_into, n.id) from incident n where n.number = any (?)) and i.state <> 'CANCELLED' and c.at > '-infinity') turn
                 order by at
                """, row -> Sql.requiredInstant(row, "at"), numbers(incidents), numbers(incidents));
    }

    /** Open incidents and what they still hit, by lead agency. */
    @Transactional
    public List<Failing> failing(Collection<String> incidents, Instant now) {
        return sql.list(
                SYSTEMS + """
                select k.lead_agency, i.number, i.failure_grade, i.kind = 'FEARED' as feared,
                       count(*) filter (where k.system_grade = 1) as grade_one,
                       case when i.failure_grade <= 2 then coalesce((
                            select min(g.at) from incident_grade g
                             where g.incident = i.id and g.origin <> 'PROPOSED' and g.grade <= 2 and g.at > coalesce((
                                   select max(m.at) from incident_grade m
                                    where m.incident = i.id and m.origin <> 'PROPOSED' and m.grade > 2), '-infinity')),
                            i.recorded_at) end as severe_since
                  from known k join incident i on i.id = k.incident
                 where i.state = 'OPEN' and not k.restored and k.lead_agency is not null
                 group by k.lead_agency, i.id order by k.lead_agency, i.number
                """,
                row -> new Failing(
                        row.getString("lead_agency"),
                        row.getString("number"),
                        row.getObject("failure_grade", Integer.class),
                        Sql.instant(row, "severe_since"),
                        row.getBoolean("feared"),
                        row.getInt("grade_one")),
                parameters(incidents, now));
    }

    /** Systems of grade 1 and functions for emergencies that are not known to run, those that stopped together as one. */
    @Transactional
    public List<Stopped> stopped(Collection<String> incidents, Instant now) {
        return sql.list(SYSTEMS + """
                , down as (
                    select k.lead_agency, k.system_grade, k.code, cardinality(i.regions) as regions,
                           coalesce(k.stopped_since, i.occurred_at, i.detected_at, i.recognised_at, i.recorded_at) as since,
                           k.service = 'STOPPED' and exists (
                               select 1 from jsonb_array_elements(coalesce(k.detail -> 'services', '[]')) offered
                                where (offered.value ->> 'emergency')::boolean
                                  and (cardinality(k.services) = 0 or offered.value ->> 'code' = any (k.services))) as emergency
                      from known k join incident i on i.id = k.incident
                     where i.state = 'OPEN' and i.kind = 'FAILURE' and not k.restored and k.lead_agency is not null
                       and k.service in ('STOPPED', 'UNKNOWN')
                )
                select lead_agency, system_grade, since, emergency, regions, count(distinct code) as systems,
                       (array_agg(distinct code order by code))[1:%d] as names
                  from down where system_grade = 1 or emergency
                 group by lead_agency, system_grade, since, emergency, regions order by lead_agency, since
                """.formatted(NAMES), IncidentImpacts::stopped, parameters(incidents, now));
    }

    /** Places that are out, for each lead agency with a system there that is not restored. */
    @Transactional
    public List<PlaceOut> placesOut(Collection<String> incidents, Instant now) {
        return sql.list(
                SYSTEMS + """
                select distinct k.lead_agency, l.site, l.room
                  from known k join incident i on i.id = k.incident
                  join incident_location l on l.incident = i.id and l.site = k.site and (l.room is null or l.room = k.room)
                 where i.state = 'OPEN' and i.kind = 'FAILURE' and l.state = 'OUT' and not k.restored
                   and k.lead_agency is not null
                 order by k.lead_agency, l.site, l.room
                """,
                row -> new PlaceOut(row.getString("lead_agency"), row.getString("site"), row.getString("room")),
                parameters(incidents, now));
    }

    private static Stopped stopped(ResultSet row) throws SQLException {
        return new Stopped(
                row.getString("lead_agency"),
                row.getObject("system_grade", Integer.class),
                Sql.requiredInstant(row, "since"),
                texts(row, "names"),
                row.getInt("systems"),
                row.getBoolean("emergency"),
                row.getInt("regions"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList(
                (String[]) Objects.requireNonNull(row.getArray(column)).getArray());
    }

    private static Object[] parameters(Collection<String> incidents, Instant at) {
        return new Object[] {at, numbers(incidents), at, at, at};
    }

    private static String[] numbers(Collection<String> incidents) {
        return incidents.toArray(String[]::new);
    }
}
