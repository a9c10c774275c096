package io.haetae.crisis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A body that directs the response. Set up and dissolved by its own decisions, whatever stage stands. */
@Entity
@Table(name = "crisis_headquarters")
class Headquarters {

    @Id
    UUID id;

    UUID crisis;

    @Enumerated(EnumType.STRING)
    HeadquartersKind kind;

    String institution;
    Instant at;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "document_number")
    @Nullable
    String documentNumber;

    @Column(name = "dissolved_at")
    @Nullable
    Instant dissolvedAt;

    @Column(name = "dissolved_recorded_at")
    @Nullable
    Instant dissolvedRecordedAt;

    @Column(name = "dissolved_by")
    @Nullable
    String dissolvedBy;

    @Column(name = "dissolution_reason")
    @Nullable
    String dissolutionReason;

    @Version
    int version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Headquarters() {}

    Headquarters(UUID id, UUID crisis, HeadquartersCommand command, Instant at, Instant recordedAt, String by) {
        this.id = id;
        this.crisis = crisis;
        this.kind = command.kind();
        this.institution = command.institution();
        this.documentNumber = command.documentNumber();
        this.at = at;
        this.recordedAt = recordedAt;
        this.recordedBy = by;
    }

    void dissolve(Instant dissolved, String reason, Instant now, String by) {
        dissolvedAt = dissolved;
        dissolutionReason = reason;
        dissolvedRecordedAt = now;
        dissolvedBy = by;
    }
}
