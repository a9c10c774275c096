package io.haetae.grading;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

/** Facts and result as they were handed to the central authority. */
@Entity
@Immutable
@Table(name = "grading_submission")
class Submission {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "assessment")
    private Assessment assessment;

    private int number;

    @Embedded
    private Graded graded;

    private Instant at;

    private UUID person;

    private String submitter;

    @Column(name = "on_behalf_of")
    private @Nullable String onBehalfOf;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Submission() {}

    Submission(UUID id, Assessment assessment, int number, Graded graded, Author by, Instant at) {
        this.id = id;
        this.assessment = assessment;
        this.number = number;
        this.graded = graded;
        this.at = at;
        this.person = by.actor().id();
        this.submitter = by.actor().name();
        this.onBehalfOf = by.onBehalfOf();
    }

    public Assessment getAssessment() {
        return assessment;
    }

    public int getNumber() {
        return number;
    }

    public Graded getGraded() {
        return graded;
    }

    public Instant getAt() {
        return at;
    }

    public UUID getPerson() {
        return person;
    }

    public String getSubmitter() {
        return submitter;
    }

    /** For whom it was done under a delegation, null for oneself. */
    public @Nullable String getOnBehalfOf() {
        return onBehalfOf;
    }
}
