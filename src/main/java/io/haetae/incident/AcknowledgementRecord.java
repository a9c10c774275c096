package io.haetae.incident;

import io.haetae.duty.Answer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Somebody answered: himself, or by telephone through the person who recorded it. Never changed. */
@Entity
@Immutable
@Table(name = "incident_acknowledgement")
class AcknowledgementRecord {

    @Id
    UUID id;

    UUID incident;
    Instant at;
    UUID person;
    String name;

    @Enumerated(EnumType.STRING)
    Answer.By by;

    @Column(name = "on_behalf_of")
    @Nullable
    String onBehalfOf;

    @Nullable
    String note;

    /** When it was taken back; it counts no more. */
    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    @Column(name = "failure_grade")
    @Nullable
    Integer failureGrade;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected AcknowledgementRecord() {}

    AcknowledgementRecord(UUID id, Incident incident, Instant at, UUID person, String name, Acknowledgement said) {
        this.id = id;
        this.incident = incident.id;
        this.at = at;
        this.person = person;
        this.name = name;
        this.by = said.by();
        this.onBehalfOf = said.onBehalfOf();
        this.note = said.note();
        this.failureGrade = incident.failureGrade;
    }
}
