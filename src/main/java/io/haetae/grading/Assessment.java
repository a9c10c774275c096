package io.haetae.grading;

import io.haetae.grading.Transition.Step;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way of one system to its grade. */
@Entity
@Table(name = "grading_assessment")
class Assessment {

    @Id
    private UUID id;

    private UUID system;

    @Enumerated(EnumType.STRING)
    private AssessmentState state;

    @Embedded
    private Graded graded;

    @Column(name = "decided_grade")
    private @Nullable Integer decidedGrade;

    @Column(name = "notified_at")
    private @Nullable Instant notifiedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private UUID createdBy;

    private String creator;

    @Column(name = "changed_at")
    private Instant changedAt;

    @OneToMany(mappedBy = "assessment", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<Submission> submissions = new ArrayList<>();

    @OneToMany(mappedBy = "assessment", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<Decision> decisions = new ArrayList<>();

    @OneToMany(mappedBy = "assessment", cascade = CascadeType.PERSIST)
    private List<Appeal> appeals = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Assessment() {}

    Assessment(UUID id, UUID system, Graded graded, Actor by, Instant at) {
        this.id = id;
        this.system = system;
        this.state = AssessmentState.DRAFT;
        this.graded = graded;
        this.createdAt = at;
        this.createdBy = by.id();
        this.creator = by.name();
        this.changedAt = at;
    }

    /** New facts with their result. */
    Transition correct(Graded corrected, Instant at) {
        Transition taken = take(Step.FACTS, at);
        graded = corrected;
        return taken;
    }

    /** Freezes facts and result, evaluated once more, for the central authority. */
    Transition submit(UUID submissionId, Graded evaluated, Author by, Instant at) {
        Transition taken = take(Step.SUBMISSION, at);
        graded = evaluated;
        submissions.add(new Submission(submissionId, this, submissions.size() + 1, evaluated, by, at));
        return taken;
    }

    /** Records what the central authority decided. */
    Transition decide(UUID decisionId, DecisionCommand command, Author recorder, Instant at) {
        Transition taken = take(command.outcome().step(), at);
        Decision decision = new Decision(decisionId, this, decisions.size() + 1, command, graded.grade(), recorder, at);
        decisions.add(decision);
        if (decision.getGrade() != null) {
            decidedGrade = decision.getGrade();
            notifiedAt = at;
        }
        return taken;
    }

    /** The owner's one appeal. */
    Transition appeal(String reason, Author by, Instant at) {
        if (!appeals.isEmpty() && state == AssessmentState.NOTIFIED) {
            throw new Refusal(GradingError.APPEAL_USED, Map.of("allowed", List.of()));
        }
        Transition taken = take(Step.APPEAL, at);
        appeals.add(new Appeal(this, reason, by, at));
        return taken;
    }

    private Transition take(Step step, Instant at) {
        Transition transition = Transition.require(step, state);
        state = transition.to();
        changedAt = at;
        return transition;
    }

    /** Whether the person has answered for the owner in this assessment. */
    boolean isAnsweredBy(UUID person) {
        return submissions.stream().anyMatch(one -> one.getPerson().equals(person))
                || appeals.stream().anyMatch(one -> one.getPerson().equals(person));
    }

    boolean wasSubmitted() {
        return !submissions.isEmpty();
    }

    UUID getId() {
        return id;
    }

    UUID getSystem() {
        return system;
    }

    AssessmentState getState() {
        return state;
    }

    Graded getGraded() {
        return graded;
    }

    @Nullable
    Integer getDecidedGrade() {
        return decidedGrade;
    }

    @Nullable
    Instant getNotifiedAt() {
        return notifiedAt;
    }

    Instant getCreatedAt() {
        return createdAt;
    }

    String getCreator() {
        return creator;
    }

    Instant getChangedAt() {
        return changedAt;
    }

    List<Submission> getSubmissions() {
        return submissions;
    }

    List<Decision> getDecisions() {
        return decisions;
    }

    List<Appeal> getAppeals() {
        return appeals;
    }

    /** The version as callers see it: the first is 1. */
    int getVersion() {
        return version + 1;
    }
}
