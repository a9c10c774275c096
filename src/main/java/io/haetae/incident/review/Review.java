package io.haetae.incident.review;

import io.haetae.incident.TimelineEntry;
import io.haetae.incident.review.Content.CauseStatus;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The review of one incident. Its fields are package-private for the reviews alone. */
@Entity(name = "IncidentReview")
@Table(name = "incident_review")
class Review {

    @Id
    UUID id;

    UUID incident;
    String institution;

    @Nullable
    UUID reviewer;

    @Enumerated(EnumType.STRING)
    ReviewState state = ReviewState.DRAFT;

    @Column(name = "failure_grade")
    @Nullable
    Integer failureGrade;

    /** Whether the decree asks for it (주요 정보시스템). */
    boolean statutory;

    /** Null while the incident is open again: then nothing is due. */
    @Column(name = "recovered_at")
    @Nullable
    Instant recoveredAt;

    @Column(name = "draft_warn_at")
    @Nullable
    Instant draftWarnAt;

    @Column(name = "draft_due_at")
    @Nullable
    Instant draftDueAt;

    @Column(name = "warn_at")
    @Nullable
    Instant warnAt;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Column(name = "rule_set")
    @Nullable
    String ruleSet;

    @Column(name = "rule_version")
    @Nullable
    String ruleVersion;

    /** Warnings up to then have been given. */
    @Column(name = "told_until")
    Instant toldUntil;

    /** When its people are told next. */
    @Column(name = "next_at")
    @Nullable
    Instant nextAt;

    @Nullable
    String cause;

    @Column(name = "underlying_cause")
    @Nullable
    String underlyingCause;

    @Enumerated(EnumType.STRING)
    @Column(name = "cause_status")
    @Nullable
    CauseStatus causeStatus;

    @Column(name = "detection_analysis")
    @Nullable
    String detectionAnalysis;

    @Column(name = "recovery_analysis")
    @Nullable
    String recoveryAnalysis;

    @Column(name = "information_analysis")
    @Nullable
    String informationAnalysis;

    @Nullable
    String damage;

    @Nullable
    String prevention;

    @Column(name = "went_well")
    @Nullable
    String wentWell;

    /** When every part was written for the first time. */
    @Column(name = "drafted_at")
    @Nullable
    Instant draftedAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Version
    int version;

    @OneToMany(mappedBy = "review", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    List<ReviewAct> acts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Review() {}

    Review(UUID id, UUID incident, String institution, Instant at) {
        this.id = id;
        this.incident = incident;
        this.institution = institution;
        this.createdAt = at;
        this.toldUntil = at;
    }

    /** The incident recovered at another time or under another grade: every date is computed anew. */
    void recovered(Instant at, @Nullable Integer grade, boolean byDecree, DueDates.Dates dates, Instant now) {
        recoveredAt = at;
        failureGrade = grade;
        statutory = byDecree;
        draftWarnAt = dates.draft() == null ? null : dates.draft().warnAt().orElseThrow();
        draftDueAt = dates.draft() == null ? null : dates.draft().dueAt().orElseThrow();
        warnAt = dates.whole().warnAt().orElseThrow();
        dueAt = dates.whole().dueAt().orElseThrow();
        ruleSet = dates.ruleSet();
        ruleVersion = dates.ruleVersion();
        plan(now);
    }

    /** The incident is open again: nothing is due until it has recovered once more. */
    void suspend() {
        recoveredAt = null;
        draftWarnAt = null;
        draftDueAt = null;
        warnAt = null;
        dueAt = null;
        nextAt = null;
    }

    /** Everything up to now has been told. */
    void plan(Instant now) {
        toldUntil = now;
        nextAt = moments()
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The moments at which somebody is told: only of what is still awaited. */
    private Stream<Instant> moments() {
        if (state == ReviewState.SUBMITTED || state == ReviewState.ACCEPTED) {
            return Stream.empty();
        }
        Stream<Optional<Instant>> draft = draftedAt == null
                ? Stream.of(Optional.ofNullable(draftWarnAt), Optional.ofNullable(draftDueAt))
                : Stream.empty();
        return Stream.concat(draft, Stream.of(Optional.ofNullable(warnAt), Optional.ofNullable(dueAt)))
                .flatMap(Optional::stream);
    }

    Content content() {
        return new Content(
                cause,
                underlyingCause,
                causeStatus,
                detectionAnalysis,
                recoveryAnalysis,
                informationAnalysis,
                damage,
                prevention,
                wentWell);
    }

    /** Replaces the text; true when with it every part is there for the first time. */
    boolean write(Content text, Instant now) {
        cause = blankToNull(text.cause());
        underlyingCause = blankToNull(text.underlyingCause());
        causeStatus = text.causeStatus();
        detectionAnalysis = blankToNull(text.detectionAnalysis());
        recoveryAnalysis = blankToNull(text.recoveryAnalysis());
        informationAnalysis = blankToNull(text.informationAnalysis());
        damage = blankToNull(text.damage());
        prevention = blankToNull(text.prevention());
        wentWell = blankToNull(text.wentWell());
        boolean whole = draftedAt == null && content().missing().isEmpty();
        if (whole) {
            draftedAt = now;
        }
        return whole;
    }

    /** A step was taken. */
    ReviewAct take(Move move, @Nullable String reason, @Nullable String document, Actor by, Instant now) {
        boolean late = move.step() == Move.Step.SUBMISSION && isLate(now);
        state = move.to();
        ReviewAct act = new ReviewAct(Ids.at(now), this, move.rule(), reason, document, late, by, now);
        acts.add(act);
        plan(now);
        return act;
    }

    /** It was handed in with this course of events. */
    void freeze(ReviewAct submission, List<TimelineEntry> course) {
        submission.content = content();
        submission.course = course;
    }

    boolean isLate(Instant now) {
        return dueAt != null && !now.isBefore(dueAt);
    }

    /** What was handed in last, if something was. */
    Optional<ReviewAct> submission() {
        return acts.stream().filter(act -> act.course != null).reduce((earlier, later) -> later);
    }

    boolean isSubmittedBy(UUID person) {
        return submission().filter(act -> Objects.equals(act.person, person)).isPresent();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The version as callers see it: the first is 1. */
    int publicVersion() {
        return version + 1;
    }
}
