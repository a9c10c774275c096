package io.haetae.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One measurement of an incident: from its onset, or its reopening, to its recovery and closure. */
@Entity
@Table(name = "incident_period")
class Period {

    @Embeddable
    record Key(UUID incident, int n) {}

    @EmbeddedId
    Key key;

    @Column(name = "began_at")
    Instant beganAt;

    @Column(name = "recovered_at")
    @Nullable
    Instant recoveredAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "close_note")
    @Nullable
    String closeNote;

    @Column(name = "closed_by")
    @Nullable
    String closedBy;

    @Column(name = "reopened_at")
    @Nullable
    Instant reopenedAt;

    @Column(name = "reopened_by")
    @Nullable
    String reopenedBy;

    @Column(name = "reopen_reason")
    @Nullable
    String reopenReason;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Period() {}

    Period(UUID incident, int n, Instant beganAt) {
        this.key = new Key(incident, n);
        this.beganAt = beganAt;
    }
}
