package io.haetae.incident;

import io.haetae.rule.FailureGradeResult;
import io.haetae.rule.FailureGradeResult.NextGrade;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One failure grade of an incident, computed or decided, with what it was based on. Never changed. */
@Entity
@Immutable
@Table(name = "incident_grade")
class GradeRecord {

    /** Where a grade came from. */
    enum Origin {
        /** By the rule set, and in force. */
        COMPUTED,
        /** By the rule set, milder than the one in force: for a person to decide. */
        PROPOSED,
        /** By a person when the incident was logged. */
        DECLARED,
        /** The computed one, confirmed by a person. */
        CONFIRMED,
        /** Another one, by a person. */
        CHANGED
    }

    @Id
    UUID id;

    UUID incident;
    Instant at;

    @Enumerated(EnumType.STRING)
    Origin origin;

    @Nullable
    Integer grade;

    @Column(name = "rule_set")
    @Nullable
    String ruleSet;

    @Nullable
    String version;

    @Nullable
    String sha256;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Map<String, Object> facts;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    List<FailureGradeResult.Reason> reasons;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "next_grade")
    @Nullable
    NextGrade nextGrade;

    @Column(name = "failure_ko")
    @Nullable
    String failureKo;

    @Column(name = "failure_en")
    @Nullable
    String failureEn;

    @Nullable
    String reason;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected GradeRecord() {}

    GradeRecord(UUID id, UUID incident, Instant at, Origin origin, @Nullable Integer grade) {
        this.id = id;
        this.incident = incident;
        this.at = at;
        this.origin = origin;
        this.grade = grade;
    }
}
