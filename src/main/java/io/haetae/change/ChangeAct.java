package io.haetae.change;

import io.haetae.kernel.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One step that was taken. Never changed. */
@Entity
@Immutable
@Table(name = "change_act")
class ChangeAct {

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "change")
    Change change;

    int number;
    String rule;
    Instant at;
    UUID person;
    String name;
    String institution;

    @Nullable
    String text;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ChangeAct() {}

    ChangeAct(UUID id, Change of, String rule, @Nullable String text, Actor by, Instant at) {
        this.id = id;
        this.change = of;
        this.number = of.acts.size() + 1;
        this.rule = rule;
        this.at = at;
        this.person = by.id();
        this.name = by.name();
        this.institution = by.institution();
        this.text = text;
    }
}
