package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What happened before that is like this: the same systems, or a title of the same words (pg_trgm). */
@ApplicationScoped
class SimilarService {

    /** Enough to learn from; more would not be read. */
    private static final int MOST = 10;

    /** So many of each sort are weighed against one another, the newest; a system may have failed a thousand times. */
    private static final int WEIGHED = 200;

    private static final String LIKE = """
            with shared as (
                select s.incident, array_agg(s.code order by s.code) as codes
                  from incident_system s
                 where s.system = any (?) and s.incident <> ?
                 group by s.incident order by s.incident desc limit %1$d
            ), alike as (
                select i.id from incident i where lower(i.title) %% lower(?) and i.id <> ? order by i.seq desc limit %1$d
            )
            select i.number, i.title, i.state, i.failure_grade, i.recorded_at, i.recovered_at, i.cause, i.actions,
                   coalesce(s.codes[1:5], '{}') as codes, coalesce(cardinality(s.codes), 0) as hit,
                   similarity(lower(i.title), lower(?)) as likeness
              from incident i left join shared s on s.incident = i.id
             where i.id in (select incident from shared union select id from alike)
               and i.seq < ? and i.exercise = ? and i.state <> 'CANCELLED'
               and (i.scope && ? or i.visibility = 'NORMAL' and ? or ?)
             order by least(coalesce(cardinality(s.codes), 0), 3) + 2 * similarity(lower(i.title), lower(?)) desc, i.seq desc
             limit %2$d
            """.formatted(WEIGHED, MOST);

    private final Incidents incidents;
    private final Sql sql;

    SimilarService(Incidents incidents, Sql sql) {
        this.incidents = incidents;
        this.sql = sql;
    }

    /** Those before it that the reader may see, the most alike first. */
    @Transactional
    public List<SimilarIncident> to(String number, Actor reader) {
        Incident incident = incidents.read(number, reader);
        UUID[] systems =
                incident.systems.stream().map(IncidentSystem::getSystem).toArray(UUID[]::new);
        return sql.list(
                LIKE,
                SimilarService::row,
                systems,
                incident.id,
                incident.title,
                incident.id,
                incident.title,
                incident.seq,
                incident.exercise,
                reader.scope().keyArray(),
                reader.scope().all(),
                Incidents.seesAll(reader),
                incident.title);
    }

    private static SimilarIncident row(ResultSet row) throws SQLException {
        return new SimilarIncident(
                Objects.requireNonNull(row.getString("number")),
                Objects.requireNonNull(row.getString("title")),
                IncidentState.valueOf(row.getString("state")),
                row.getObject("failure_grade", Integer.class),
                Sql.requiredInstant(row, "recorded_at"),
                Sql.instant(row, "recovered_at"),
                Arrays.asList(
                        (String[]) Objects.requireNonNull(row.getArray("codes")).getArray()),
                row.getDouble("likeness"),
                row.getString("cause"),
                row.getString("actions"));
    }
}
