package io.haetae.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One entry of the timeline: when it happened, and when it was written down. Never changed. */
@Entity
@Immutable
@Table(name = "incident_timeline")
class TimelineRecord {

    /** An entry in a person's own words; all other kinds have a message under {@code timeline.<kind>}. */
    static final String NOTE = "NOTE";

    @Id
    UUID id;

    UUID incident;
    Instant at;

    @Column(name = "recorded_at")
    Instant recordedAt;

    String kind;

    @Nullable
    String text;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> data;

    String actor;

    /** The number it was written under, when that incident was merged into this one. */
    @Nullable
    String under;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected TimelineRecord() {}

    TimelineRecord(
            UUID id,
            Incident incident,
            Instant at,
            Instant recordedAt,
            String kind,
            Map<String, Object> data,
            String actor) {
        this.id = id;
        this.incident = incident.id;
        this.at = at;
        this.recordedAt = recordedAt;
        this.kind = kind;
        this.data = data;
        this.actor = actor;
    }

    static TimelineRecord note(UUID id, Incident incident, Instant at, Instant recordedAt, String text, String actor) {
        TimelineRecord record = new TimelineRecord(id, incident, at, recordedAt, NOTE, Map.of(), actor);
        record.text = text;
        return record;
    }
}
