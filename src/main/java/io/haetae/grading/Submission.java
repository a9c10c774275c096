package io.haetae.grading;

import io.haetae.kernel.Actor;
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

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Submission() {}

    Submission(UUID id, Assessment assessment, int number, Graded graded, Actor by, Instant at) {
        this.id = id;
        this.assessment = assessment;
        this.number = number;
        this.graded = graded;
        this.at = at;
        this.person = by.id();
        this.submitter = by.name();
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
}
