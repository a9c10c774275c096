package io.haetae.incident;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One event of the clocks of an incident, in its place. Never changed. */
@Entity
@Immutable
@Table(name = "incident_clock_event")
class ClockEventRecord {

    @Embeddable
    record Key(UUID incident, int n) {}

    @EmbeddedId
    Key key;

    Instant at;

    @JdbcTypeCode(SqlTypes.JSON)
    ClockEvent event;

    String actor;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ClockEventRecord() {}

    ClockEventRecord(UUID incident, int n, ClockEvent event, String actor) {
        this.key = new Key(incident, n);
        this.at = event.at();
        this.event = event;
        this.actor = actor;
    }
}
