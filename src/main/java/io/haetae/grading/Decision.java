package io.haetae.grading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What the central authority decided: who decided it, and who recorded that. */
@Entity
@Immutable
@Table(name = "grading_decision")
class Decision {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "assessment")
    private Assessment assessment;

    private int number;

    @Enumerated(EnumType.STRING)
    private DecisionCommand.Outcome outcome;

    private @Nullable Integer grade;

    @Column(name = "computed_grade")
    private int computedGrade;

    private @Nullable String reason;

    @Column(name = "decider_name")
    private @Nullable String deciderName;

    @Column(name = "decider_position")
    private @Nullable String deciderPosition;

    @Column(name = "document_number")
    private @Nullable String documentNumber;

    private Instant at;

    private UUID person;

    private String recorder;

    private String institution;

    @Column(name = "on_behalf_of")
    private @Nullable String onBehalfOf;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Decision() {}

    Decision(
            UUID id,
            Assessment assessment,
            int number,
            DecisionCommand command,
            int computed,
            Author recorder,
            Instant at) {
        this.id = id;
        this.assessment = assessment;
        this.number = number;
        this.outcome = command.outcome();
        this.grade = command.gradeFor(computed);
        this.computedGrade = computed;
        this.reason = command.reasonOrNull();
        this.deciderName =
                command.decidedBy() == null ? null : command.decidedBy().name();
        this.deciderPosition =
                command.decidedBy() == null ? null : command.decidedBy().position();
        this.documentNumber = command.documentNumberOrNull();
        this.at = at;
        this.person = recorder.actor().id();
        this.recorder = recorder.actor().name();
        this.onBehalfOf = recorder.onBehalfOf();
        this.institution = recorder.institution();
    }

    public UUID getId() {
        return id;
    }

    public Assessment getAssessment() {
        return assessment;
    }

    public int getNumber() {
        return number;
    }

    public DecisionCommand.Outcome getOutcome() {
        return outcome;
    }

    public @Nullable Integer getGrade() {
        return grade;
    }

    public int getComputedGrade() {
        return computedGrade;
    }

    public @Nullable String getReason() {
        return reason;
    }

    /** Who decided, null when nobody was named. */
    public DecisionCommand.@Nullable Decider getDecidedBy() {
        return deciderName == null || deciderPosition == null
                ? null
                : new DecisionCommand.Decider(deciderName, deciderPosition);
    }

    public @Nullable String getDocumentNumber() {
        return documentNumber;
    }

    public Instant getAt() {
        return at;
    }

    public UUID getPerson() {
        return person;
    }

    public String getRecorder() {
        return recorder;
    }

    public String getInstitution() {
        return institution;
    }

    /** For whom it was done under a delegation, null for oneself. */
    public @Nullable String getOnBehalfOf() {
        return onBehalfOf;
    }
}
