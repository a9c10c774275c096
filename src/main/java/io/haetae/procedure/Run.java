package io.haetae.procedure;

import io.haetae.kernel.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One carrying out of a manual. What a list needs of its subject is kept here and follows it. */
@Entity
@Table(name = "procedure_run")
class Run {

    /** Where a run stands. */
    enum State {
        OPEN,
        DONE,
        CANCELLED
    }

    @Id
    UUID id;

    @Column(name = "manual_kind")
    String manualKind;

    @Column(name = "manual_name")
    String manualName;

    @Column(name = "manual_version")
    String manualVersion;

    @Column(name = "subject_kind")
    String subjectKind;

    @Column(name = "subject_id")
    String subjectId;

    /** Title of the subject. */
    String title;

    @Enumerated(EnumType.STRING)
    State state = State.OPEN;

    boolean automatic;
    boolean exercise;

    @Column(name = "need_to_know")
    boolean needToKnow;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> scope = List.of();

    @Column(name = "failure_grade")
    @Nullable
    Integer failureGrade;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "started_by")
    UUID startedBy;

    @Column(name = "started_by_name")
    String startedByName;

    @Nullable
    UUID holder;

    @Column(name = "holder_name")
    @Nullable
    String holderName;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "ended_by_name")
    @Nullable
    String endedByName;

    @Column(name = "end_reason")
    @Nullable
    String endReason;

    @Version
    int revision;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Run() {}

    ManualRef manual() {
        return new ManualRef(manualKind, manualName, manualVersion);
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Follows its subject. */
    void follow(SubjectView subject) {
        title = subject.title();
        scope = subject.scope().stream().sorted().toList();
        needToKnow = subject.needToKnow();
        failureGrade = subject.failureGrade();
    }

    void hold(UUID person, String name) {
        holder = person;
        holderName = name;
    }

    void end(State how, Actor by, @Nullable String reason, Instant at) {
        state = how;
        endedAt = at;
        endedByName = by.name();
        endReason = reason;
    }
}
