package io.haetae.support;

import io.haetae.kernel.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One step that was taken: when it happened, and when who recorded it. Never changed. */
@Entity
@Immutable
@Table(name = "support_step")
class SupportStep {

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "request")
    SupportRequest request;

    int number;
    String rule;
    Instant at;

    @Column(name = "recorded_at")
    Instant recordedAt;

    UUID person;
    String name;
    String institution;

    @Nullable
    String text;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected SupportStep() {}

    SupportStep(UUID id, SupportRequest of, String rule, Instant at, @Nullable String text, Actor by, Instant now) {
        this.id = id;
        this.request = of;
        this.number = of.steps.size() + 1;
        this.rule = rule;
        this.at = at;
        this.recordedAt = now;
        this.person = by.id();
        this.name = by.name();
        this.institution = by.institution();
        this.text = text;
    }
}
