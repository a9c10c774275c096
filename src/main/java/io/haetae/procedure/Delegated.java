package io.haetae.procedure;

import io.haetae.identity.PersonView;
import io.haetae.kernel.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Somebody's part in an approval, handed to another. */
@Entity
@Immutable
@Table(name = "procedure_delegation")
class Delegated {

    @Id
    UUID id;

    @Column(name = "run_step")
    UUID runStep;

    Instant at;

    @Column(name = "from_id")
    UUID fromId;

    @Column(name = "from_name")
    String fromName;

    @Column(name = "to_id")
    UUID toId;

    @Column(name = "to_name")
    String toName;

    String reason;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Delegated() {}

    Delegated(UUID id, RunStep step, Actor from, PersonView to, String reason, Instant at) {
        this.id = id;
        this.runStep = step.id;
        this.at = at;
        this.fromId = from.id();
        this.fromName = from.name();
        this.toId = to.id();
        this.toName = to.name();
        this.reason = reason;
    }
}
