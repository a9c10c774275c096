package io.haetae.incident;

import io.haetae.incident.IncidentCommand.Source;
import io.haetae.incident.IncidentCommand.Visibility;
import io.haetae.rule.FailureFacts;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An incident. Its fields are package-private: the room's services and views are its only readers. */
@Entity
@Table(name = "incident")
class Incident {

    @Id
    UUID id;

    long seq;
    String number;

    @Enumerated(EnumType.STRING)
    FailureFacts.Kind kind;

    @Enumerated(EnumType.STRING)
    IncidentState state = IncidentState.OPEN;

    String title;

    @Column(name = "occurred_at")
    @Nullable
    Instant occurredAt;

    @Column(name = "detected_at")
    @Nullable
    Instant detectedAt;

    @Column(name = "recognised_at")
    @Nullable
    Instant recognisedAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    Source source;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> regions = List.of();

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "affected_institutions")
    List<String> affectedInstitutions = List.of();

    @Column(name = "life_safety")
    boolean lifeSafety;

    @Enumerated(EnumType.STRING)
    FailureFacts.Security security = FailureFacts.Security.NONE;

    @Column(name = "deadline_today")
    @Nullable
    Boolean deadlineToday;

    @Column(name = "deadline_within_24_hours")
    @Nullable
    Boolean deadlineWithin24Hours;

    @Nullable
    String cause;

    /** Of what kind the cause is. */
    @Enumerated(EnumType.STRING)
    @Column(name = "cause_kind")
    @Nullable
    CauseKind causeKind;

    @Nullable
    String damage;

    @Nullable
    String actions;

    @Nullable
    String department;

    @Nullable
    String contact;

    @Column(name = "expected_recovery_at")
    @Nullable
    Instant expectedRecoveryAt;

    @Enumerated(EnumType.STRING)
    Visibility visibility = Visibility.NORMAL;

    boolean exercise;

    /** Whether a 주요 정보시스템 is affected. */
    boolean major;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> scope = List.of();

    @Column(name = "reported_by")
    UUID reportedBy;

    @Column(name = "failure_grade")
    @Nullable
    Integer failureGrade;

    @Column(name = "grade_provisional")
    boolean gradeProvisional = true;

    /** What the rule set said last; stands beside a grade that a person declared or changed. */
    @Column(name = "computed_grade")
    @Nullable
    Integer computedGrade;

    /** What the rule set said when a person decided: only what is worse than this overrides the person. */
    @Column(name = "computed_when_decided")
    @Nullable
    Integer computedWhenDecided;

    /** When time alone may make the grade worse; claimed by the sweep. */
    @Column(name = "regrade_at")
    @Nullable
    Instant regradeAt;

    /** When the procedures that it asks for are to be begun; claimed by the sweep. */
    @Column(name = "procedures_due_at")
    @Nullable
    Instant proceduresDueAt;

    @Column(name = "acknowledged_at")
    @Nullable
    Instant acknowledgedAt;

    @Column(name = "recovered_at")
    @Nullable
    Instant recoveredAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    /** When it was opened again last; the call-out then runs from there. */
    @Column(name = "reopened_at")
    @Nullable
    Instant reopenedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "cancelled_as")
    @Nullable
    CancelledAs cancelledAs;

    /** The incident that has taken it in; its number answers for this one. */
    @Column(name = "merged_into")
    @Nullable
    UUID mergedInto;

    /** When a feared failure came true. */
    @Column(name = "feared_until")
    @Nullable
    Instant fearedUntil;

    /** It recovered or was opened again and the review has not followed yet; claimed by the sweep. */
    @Column(name = "review_pending")
    boolean reviewPending;

    /** The reporting clocks that it goes by; no reason to call stale what somebody read before. */
    @Embedded
    @OptimisticLock(excluded = true)
    ClockPin clocks = new ClockPin();

    @Version
    int version;

    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    @OrderBy("code")
    List<IncidentSystem> systems = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "incident_location", joinColumns = @JoinColumn(name = "incident"))
    List<IncidentLocation> locations = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Incident() {}

    Incident(UUID id, long seq, String number, IncidentCommand command, Instant recordedAt, UUID reportedBy) {
        this.id = id;
        this.seq = seq;
        this.number = number;
        this.kind = Objects.requireNonNull(command.kind());
        this.title = Objects.requireNonNull(command.title());
        this.recordedAt = recordedAt;
        this.proceduresDueAt = recordedAt;
        this.reportedBy = reportedBy;
        this.exercise = Boolean.TRUE.equals(command.exercise());
        change(command);
    }

    /** Takes over what is said; what is left out stays. Systems and places are the caller's. */
    final void change(IncidentCommand command) {
        kind = Objects.requireNonNullElse(command.kind(), kind);
        title = Objects.requireNonNullElse(command.title(), title);
        occurredAt = either(command.occurredAt(), occurredAt);
        detectedAt = either(command.detectedAt(), detectedAt);
        recognisedAt = either(command.recognisedAt(), recognisedAt);
        source = either(command.source(), source);
        regions = command.regions().isEmpty() ? regions : command.regions();
        affectedInstitutions =
                command.affectedInstitutions().isEmpty() ? affectedInstitutions : command.affectedInstitutions();
        lifeSafety = Objects.requireNonNullElse(command.lifeSafety(), lifeSafety);
        security = Objects.requireNonNullElse(command.security(), security);
        deadlineToday = either(command.deadlineToday(), deadlineToday);
        deadlineWithin24Hours = either(command.deadlineWithin24Hours(), deadlineWithin24Hours);
        cause = either(command.cause(), cause);
        damage = either(command.damage(), damage);
        actions = either(command.actions(), actions);
        department = either(command.department(), department);
        contact = either(command.contact(), contact);
        expectedRecoveryAt = either(command.expectedRecoveryAt(), expectedRecoveryAt);
        visibility = Objects.requireNonNullElse(command.visibility(), visibility);
    }

    static <T> @Nullable T either(@Nullable T said, @Nullable T kept) {
        return said == null ? kept : said;
    }

    /** From when on it lasts: occurrence, else the first alarm, else recognition, else the record. */
    Instant onset() {
        return Objects.requireNonNullElse(either(occurredAt, either(detectedAt, recognisedAt)), recordedAt);
    }

    /**
     * From when on the call-out runs: the first alarm, without one when a person knew; anew after a
     * reopening, and when what was feared came true.
     */
    Instant detection() {
        Instant first = either(detectedAt, recognisedAt);
        return Objects.requireNonNullElse(either(anew(), first), recordedAt);
    }

    /** From when on the clocks of recognition run; anew after a reopening, and when what was feared came true. */
    @Nullable
    Instant recognition() {
        return either(anew(), recognisedAt);
    }

    /** It was opened again, or what was feared came true. */
    private @Nullable Instant anew() {
        return either(reopenedAt, fearedUntil);
    }

    void cancel(CancelledAs how) {
        state = IncidentState.CANCELLED;
        cancelledAs = how;
    }

    /** Systems that have not fully recovered. */
    List<IncidentSystem> unrecovered() {
        return systems.stream().filter(system -> !system.isRecovered()).toList();
    }

    Optional<IncidentSystem> system(String code) {
        return systems.stream().filter(system -> system.getCode().equals(code)).findFirst();
    }

    /** The version as callers see it: the first is 1. */
    int publicVersion() {
        return version + 1;
    }
}
