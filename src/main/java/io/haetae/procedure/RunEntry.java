package io.haetae.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What somebody wrote down of a step. Never changed; a correction is another entry. */
@Entity
@Immutable
@Table(name = "procedure_entry")
class RunEntry {

    /** What an entry is. */
    enum Kind {
        /** Ends the step. */
        RESULT,
        /** One of several approvals. */
        VOTE,
        /** One guidance of a cadence. */
        ISSUE,
        /** Stands in place of a former entry, which is kept. */
        CORRECTION
    }

    @Id
    UUID id;

    UUID run;

    @Column(name = "run_step")
    UUID runStep;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String outcome;
    Instant at;

    @Column(name = "recorded_at")
    Instant recordedAt;

    UUID person;

    @Column(name = "person_name")
    String personName;

    /** Whose vote it is; the person's own but for a delegate. */
    @Column(name = "for_person")
    UUID forPerson;

    @Column(name = "for_name")
    String forName;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decided_as")
    @Nullable
    String decidedAs;

    @Column(name = "document_number")
    @Nullable
    String documentNumber;

    @Nullable
    String evidence;

    @Nullable
    String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "field_values")
    Map<String, JsonNode> values = Map.of();

    @Nullable
    UUID corrects;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected RunEntry() {}

    RunEntry(UUID id, RunStep step, Kind kind, String outcome, Voter voter, Instant at, Instant recordedAt) {
        this.id = id;
        this.run = step.run;
        this.runStep = step.id;
        this.kind = kind;
        this.outcome = outcome;
        this.at = at;
        this.recordedAt = recordedAt;
        this.person = voter.person();
        this.personName = voter.personName();
        this.forPerson = voter.forPerson();
        this.forName = voter.forName();
    }

    /** Takes over the words. */
    RunEntry saying(@Nullable String evidence, @Nullable String reason, Map<String, JsonNode> values) {
        this.evidence = evidence;
        this.reason = reason;
        this.values = Map.copyOf(values);
        return this;
    }

    /** Takes over who decided, when it was not the one who writes. */
    RunEntry decided(StepResult.@Nullable DecidedBy by, @Nullable String document) {
        this.decidedBy = by == null ? null : by.name();
        this.decidedAs = by == null ? null : by.position();
        this.documentNumber = document;
        return this;
    }

    /** This entry in other words. */
    RunEntry correction(UUID id, Voter by, Instant at, Instant now) {
        RunEntry correction = new RunEntry(id, this, by, at, now);
        correction.decidedBy = decidedBy;
        correction.decidedAs = decidedAs;
        correction.documentNumber = documentNumber;
        return correction;
    }

    private RunEntry(UUID id, RunEntry former, Voter by, Instant at, Instant now) {
        this.id = id;
        this.run = former.run;
        this.runStep = former.runStep;
        this.kind = Kind.CORRECTION;
        this.outcome = former.outcome;
        this.at = at;
        this.recordedAt = now;
        this.person = by.person();
        this.personName = by.personName();
        this.forPerson = former.forPerson;
        this.forName = former.forName;
        this.corrects = former.id;
    }
}
