package io.haetae.grading;

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

/** 이의 신청: why the owner does not agree with the grade it was told. */
@Entity
@Immutable
@Table(name = "grading_appeal")
class Appeal {

    /** The assessment is the key, so there is never a second one. */
    @Id
    @Column(name = "assessment")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "assessment", insertable = false, updatable = false)
    private Assessment assessment;

    private String reason;

    private Instant at;

    private UUID person;

    private String appellant;

    @Column(name = "on_behalf_of")
    private @Nullable String onBehalfOf;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Appeal() {}

    Appeal(Assessment assessment, String reason, Author by, Instant at) {
        this.id = assessment.getId();
        this.assessment = assessment;
        this.reason = reason;
        this.at = at;
        this.person = by.actor().id();
        this.appellant = by.actor().name();
        this.onBehalfOf = by.onBehalfOf();
    }

    public Assessment getAssessment() {
        return assessment;
    }

    public String getReason() {
        return reason;
    }

    public Instant getAt() {
        return at;
    }

    public UUID getPerson() {
        return person;
    }

    public String getAppellant() {
        return appellant;
    }

    /** For whom it was done under a delegation, null for oneself. */
    public @Nullable String getOnBehalfOf() {
        return onBehalfOf;
    }
}
