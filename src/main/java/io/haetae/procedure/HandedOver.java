package io.haetae.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A run that changed hands. */
@Entity
@Immutable
@Table(name = "procedure_hand_over")
class HandedOver {

    @Id
    UUID id;

    UUID run;
    Instant at;

    @Column(name = "from_name")
    @Nullable
    String fromName;

    @Column(name = "to_id")
    UUID toId;

    @Column(name = "to_name")
    String toName;

    @Column(name = "by_name")
    String byName;

    @Nullable
    String note;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected HandedOver() {}

    HandedOver(UUID id, Run run, UUID toId, String toName, String byName, @Nullable String note, Instant at) {
        this.id = id;
        this.run = run.id;
        this.at = at;
        this.fromName = run.holderName;
        this.toId = toId;
        this.toName = toName;
        this.byName = byName;
        this.note = note;
    }
}
