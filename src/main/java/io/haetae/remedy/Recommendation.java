package io.haetae.remedy;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Zones;
import io.haetae.remedy.Steps.Move;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A recommendation, from the day it was made until it is verified. Its fields are package-private for the room alone. */
@Entity
@Table(name = "remedy_recommendation")
class Recommendation {

    /** Product default: so long before the day a plan names, and so often afterwards, its people are reminded. */
    static final Duration REMINDER = Duration.ofDays(7);

    @Id
    UUID id;

    long seq;
    String number;

    @Enumerated(EnumType.STRING)
    Basis basis;

    String institution;

    @Column(name = "recommended_by")
    String recommendedBy;

    String recommender;

    @Enumerated(EnumType.STRING)
    @Column(name = "subject_kind")
    NewRecommendation.@Nullable SubjectKind subjectKind;

    @Column(name = "subject_id")
    @Nullable
    String subjectId;

    /** What is recommended of the subject; only for a merge or an abolition. */
    @Enumerated(EnumType.STRING)
    MergeOrAbolish.@Nullable Kind wanted;

    @Column(name = "merge_into")
    @Nullable
    String mergeInto;

    String title;
    String text;

    @Column(name = "received_on")
    LocalDate receivedOn;

    @Column(name = "recommended_at")
    Instant recommendedAt;

    @Enumerated(EnumType.STRING)
    RemedyState state = RemedyState.RECOMMENDED;

    /** The decree's month or thirty days; none for a measure of one's own. */
    @Column(name = "plan_due_at")
    @Nullable
    Instant planDueAt;

    /** What is awaited now is due then; null when nothing is. */
    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    /** When its people are told next. */
    @Column(name = "next_at")
    @Nullable
    Instant nextAt;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> scope = List.of();

    /** Institutions that were merged, from which it came. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> former = List.of();

    boolean exercise;

    @Version
    int version;

    @OneToMany(mappedBy = "recommendation", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    List<Act> acts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Recommendation() {}

    Recommendation(UUID id, long seq, NewRecommendation said, LocalDate receivedOn, Actor by, Instant at) {
        this.id = id;
        this.seq = seq;
        this.number = "REC-%d-%04d".formatted(at.atZone(Zones.SEOUL).getYear(), seq);
        this.basis = said.basis();
        this.institution = said.institution();
        this.recommendedBy = by.institution();
        this.recommender = by.name();
        if (said.subject() != null) {
            this.subjectKind = said.subject().kind();
            this.subjectId = said.subject().id();
        }
        if (said.wanted() != null) {
            this.wanted = said.wanted().kind();
            this.mergeInto = said.wanted().into();
        }
        this.title = said.title().strip();
        this.text = said.text().strip();
        this.receivedOn = receivedOn;
        this.recommendedAt = at;
        this.exercise = Boolean.TRUE.equals(said.exercise());
    }

    /** The plan is awaited until then, with a warning before. */
    void awaitPlan(Instant due, Instant warn) {
        planDueAt = due;
        dueAt = due;
        nextAt = warn;
    }

    /** The result is awaited until the end of the day the plan names. */
    void awaitResult(LocalDate dueOn, Instant now) {
        Instant due = dueOn.plusDays(1).atStartOfDay(Zones.SEOUL).toInstant();
        Instant before = due.minus(REMINDER);
        dueAt = due;
        nextAt = before.isAfter(now) ? before : due;
    }

    /** Takes a step; what ran until now is late when its time had passed. */
    Act take(Move<RemedyStep, RemedyState> move, Act.Words words, Actor by, Instant now) {
        boolean late = move.step().side() == RemedyStep.Side.ADDRESSEE && isOverdue(now);
        state = move.to();
        if (words.dueOn() != null) {
            awaitResult(words.dueOn(), now);
        } else if (state == RemedyState.PLANNED) {
            awaitResult(plan().flatMap(plan -> Optional.ofNullable(plan.dueOn)).orElseThrow(), now);
        } else {
            dueAt = null;
            nextAt = null;
        }
        return write(move.rule(), words, late, by, now);
    }

    Act write(String rule, Act.Words words, boolean late, Actor by, Instant now) {
        Act act = new Act(Ids.at(now), this, rule, words, late, by, now);
        acts.add(act);
        return act;
    }

    /** Its people have been reminded: again when it is due, then every week. */
    void reminded(Instant now) {
        if (dueAt != null) {
            nextAt = now.isBefore(dueAt) ? dueAt : now.plus(REMINDER);
        }
    }

    boolean isOverdue(Instant now) {
        return dueAt != null && !now.isBefore(dueAt);
    }

    /** The plan in force. */
    Optional<Act> plan() {
        return last(act -> act.dueOn != null);
    }

    /** The result last handed in. */
    Optional<Act> result() {
        return last(act -> act.evidence != null);
    }

    private Optional<Act> last(Predicate<Act> wanted) {
        return acts.stream().filter(wanted).reduce((earlier, later) -> later);
    }

    /** The version as callers see it: the first is 1. */
    int publicVersion() {
        return version + 1;
    }
}
