package io.haetae.crisis;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A situation report: a draft that people write into, until another person approves it. */
@Entity
@Table(name = "crisis_report")
class Report {

    /** A draft can be changed and approved; an approved one neither. */
    enum State {
        DRAFT,
        APPROVED
    }

    @Id
    UUID id;

    UUID crisis;
    int n;

    @Enumerated(EnumType.STRING)
    ReportKind kind;

    @Enumerated(EnumType.STRING)
    State state = State.DRAFT;

    @Column(name = "as_of")
    Instant asOf;

    String situation;
    String actions;
    String plans;

    @JdbcTypeCode(SqlTypes.JSON)
    ReportFacts facts;

    @Column(name = "drafted_at")
    Instant draftedAt;

    @Column(name = "drafted_by")
    UUID draftedBy;

    String drafter;

    @Column(name = "approved_at")
    @Nullable
    Instant approvedAt;

    @Column(name = "approved_by")
    @Nullable
    UUID approvedBy;

    @Nullable
    String approver;

    @Version
    int version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Report() {}

    Report(UUID crisis, int n, ReportKind kind, ReportFacts facts, ReportText text, Instant draftedAt, Actor drafter) {
        this.id = Ids.at(draftedAt);
        this.crisis = crisis;
        this.n = n;
        this.kind = kind;
        this.asOf = facts.board().asOf();
        this.facts = facts;
        this.situation = text.situationOrNone();
        this.actions = text.actionsOrNone();
        this.plans = text.plansOrNone();
        this.draftedAt = draftedAt;
        this.draftedBy = drafter.id();
        this.drafter = drafter.name();
    }

    /** Takes over what was written. */
    void write(ReportText text) {
        situation = text.situationOrNone();
        actions = text.actionsOrNone();
        plans = text.plansOrNone();
    }

    boolean isDraft() {
        return state == State.DRAFT;
    }
}
