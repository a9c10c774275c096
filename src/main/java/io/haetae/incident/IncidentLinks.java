package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.KeptFile;
import io.haetae.kernel.KeptFiles;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links of incidents and who holds their roles, in the database. */
@ApplicationScoped
class IncidentLinks {

    static final String CHANGE = "CHANGE";

    private final Sql sql;
    private final KeptFiles files;
    private final Statements statements;

    IncidentLinks(Sql sql, KeptFiles files, Statements statements) {
        this.sql = sql;
        this.files = files;
        this.statements = statements;
    }

    /** What was said to the public about an incident. */
    List<StatementView> statements(Incident incident) {
        return statements.of(incident.id).stream().map(Statements.Held::view).toList();
    }

    /** What is attached to an incident. */
    List<KeptFile> files(Incident incident) {
        return files.of(IncidentFileService.SHELF, incident.id, "/api/v1/incidents/" + incident.number + "/files");
    }

    /** Adds a link unless it is there; true when it was added. */
    boolean add(
            UUID id, UUID of, LinkKind kind, String toKind, String to, @Nullable String note, Instant at, String by) {
        return sql.update("""
                        insert into incident_link (id, of, kind, to_kind, to_id, note, at, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", id, of, kind, toKind, to, note, at, by) == 1;
    }

    /** Takes a link of this incident away; it is kept as one that was. */
    boolean remove(UUID of, String number, UUID id, String reason, Instant at, String by) {
        return sql.update("""
                        update incident_link set removed_at = ?, removed_by = ?, remove_reason = ?
                         where id = ? and (of = ? or to_id = ?) and removed_at is null""", at, by, reason, id, of, number) == 1;
    }

    /** Whether {@code above} is this incident or stands above it. */
    boolean isAbove(String above, UUID incident) {
        return sql.first("""
                        with recursive up (id, number) as (
                            select id, number from incident where id = ?
                            union
                            select i.id, i.number from up
                              join incident_link l on l.of = up.id and l.kind = 'PARENT' and l.removed_at is null
                              join incident i on i.number = l.to_id
                        )
                        select 1 from up where number = ?""", row -> true, incident, above).isPresent();
    }

    /** Links in both directions, as far as the reader may know of the other side. */
    List<IncidentRecordView.Link> of(Incident incident, Actor reader) {
        return sql.list(
                """
                select l.id, l.kind, l.of = ? as outward, l.to_kind, l.note, l.at, l.by_name,
                       case when l.of = ? then l.to_id else o.number end as other,
                       case when t.visible then t.title end as title, case when t.visible then t.state end as state
                  from incident_link l
                  join incident o on o.id = l.of
                  left join lateral (
                       select i.title, i.state,
                              case when i.visibility = 'NORMAL' then ? or i.scope && ? else ? or i.scope && ? end as visible
                         from incident i
                        where i.number = case when l.of = ? then l.to_id else o.number end and l.to_kind = 'INCIDENT') t on true
                 where (l.of = ? or l.to_kind = 'INCIDENT' and l.to_id = ?) and l.removed_at is null
                 order by l.at, l.id
                """,
                IncidentLinks::link,
                incident.id,
                incident.id,
                reader.scope().all(),
                reader.scope().keyArray(),
                Incidents.seesAll(reader),
                reader.scope().keyArray(),
                incident.id,
                incident.id,
                incident.number);
    }

    private static IncidentRecordView.Link link(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new IncidentRecordView.Link(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                LinkKind.valueOf(row.getString("kind")),
                row.getBoolean("outward"),
                Objects.requireNonNull(row.getString("to_kind")),
                Objects.requireNonNull(row.getString("other")),
                row.getString("title"),
                state == null ? null : IncidentState.valueOf(state),
                row.getString("note"),
                Sql.requiredInstant(row, "at"),
                Objects.requireNonNull(row.getString("by_name")));
    }

    /** Begins a role. */
    void begin(
            UUID id,
            Incident incident,
            ResponseRole role,
            UUID person,
            String name,
            @Nullable String note,
            Instant at,
            String by) {
        sql.update("""
                insert into incident_role (id, incident, role, person, name, note, from_at, by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", id, incident.id, role, person, name, note, at, by);
    }

    /** Ends a role; false when nobody held it. */
    boolean end(Incident incident, ResponseRole role, @Nullable String note, Instant at) {
        return sql.update(
                        "update incident_role set until_at = ?, end_note = ?"
                                + " where incident = ? and role = ? and until_at is null",
                        at,
                        note,
                        incident.id,
                        role)
                == 1;
    }

    /** Who holds and held a role, those that are held first. */
    List<IncidentRecordView.Held> roles(UUID incident) {
        return sql.list(
                "select * from incident_role where incident = ?"
                        + " order by until_at is not null, array_position(array['COMMANDER','SCRIBE','LIAISON'], role), from_at",
                row -> new IncidentRecordView.Held(
                        ResponseRole.valueOf(row.getString("role")),
                        Objects.requireNonNull(row.getObject("person", UUID.class)),
                        Objects.requireNonNull(row.getString("name")),
                        Sql.requiredInstant(row, "from_at"),
                        Sql.instant(row, "until_at"),
                        Objects.requireNonNull(row.getString("by_name")),
                        row.getString("note"),
                        row.getString("end_note")),
                incident);
    }

    /** Numbers that were merged into an incident. */
    List<String> aliases(UUID incident) {
        return sql.list(
                "select number from incident where merged_into = ? order by seq",
                row -> Objects.requireNonNull(row.getString("number")),
                incident);
    }
}
