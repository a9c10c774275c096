package io.haetae.remedy;

import io.haetae.kernel.Actor;
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
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One step that was taken. Never changed. */
@Entity(name = "RemedyAct")
@Immutable
@Table(name = "remedy_act")
class Act {

    /** What a step says; what it has no word for is null. */
    record Words(
            @Nullable String text,
            @Nullable String responsible,
            @Nullable LocalDate dueOn,
            @Nullable String evidence,
            @Nullable String document,
            @Nullable Continuation continuation) {

        static Words of(ActionPlan plan) {
            return new Words(
                    plan.text(),
                    plan.responsible(),
                    plan.dueOn(),
                    null,
                    blankToNull(plan.documentNumber()),
                    plan.continuation());
        }

        static Words of(ActionResult result) {
            return new Words(result.text(), null, null, result.evidence(), blankToNull(result.documentNumber()), null);
        }

        static Words of(@Nullable String text) {
            return new Words(text, null, null, null, null, null);
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }
    }

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "recommendation")
    Recommendation recommendation;

    int number;
    String rule;
    Instant at;
    UUID person;
    String name;
    String institution;

    @Nullable
    String text;

    @Nullable
    String responsible;

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    @Nullable
    String evidence;

    @Nullable
    String document;

    @Nullable
    String convenience;

    @Enumerated(EnumType.STRING)
    @Column(name = "data_kept")
    Continuation.@Nullable Data data;

    @Column(name = "data_plan")
    @Nullable
    String dataPlan;

    @Nullable
    String continuity;

    boolean late;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Act() {}

    Act(UUID id, Recommendation of, String rule, Words words, boolean late, Actor by, Instant at) {
        this.id = id;
        this.recommendation = of;
        this.number = of.acts.size() + 1;
        this.rule = rule;
        this.at = at;
        this.person = by.id();
        this.name = by.name();
        this.institution = by.institution();
        this.text = words.text();
        this.responsible = words.responsible();
        this.dueOn = words.dueOn();
        this.evidence = words.evidence();
        this.document = words.document();
        if (words.continuation() != null) {
            this.convenience = words.continuation().convenience();
            this.data = words.continuation().data();
            this.dataPlan = words.continuation().dataPlan();
            this.continuity = words.continuation().continuity();
        }
        this.late = late;
    }

    /** What a plan to merge or abolish says of those who use the service; null for every other step. */
    @Nullable
    Continuation continuation() {
        return convenience == null || data == null || dataPlan == null || continuity == null
                ? null
                : new Continuation(convenience, data, dataPlan, continuity);
    }
}
