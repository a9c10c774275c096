package io.haetae.change;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Zones;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change, from its request to its end; its time and systems are those of its window. */
@Entity
@Table(name = "change_record")
class Change {

    @Id
    UUID id;

    long seq;
    String number;
    String title;
    String what;
    String why;
    String institution;
    String responsible;

    @Enumerated(EnumType.STRING)
    ChangeCommand.Risk risk;

    @Column(name = "roll_back")
    String rollBack;

    @Enumerated(EnumType.STRING)
    ChangeState state = ChangeState.REQUESTED;

    @Column(name = "begun_at")
    @Nullable
    Instant begunAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Version
    int version;

    @OneToOne(mappedBy = "change", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    Window window;

    @OneToMany(mappedBy = "change", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    List<ChangeAct> acts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Change() {}

    @SuppressWarnings("NullAway.Init") // the content is written at once
    Change(UUID id, long seq, Actor by, Instant at) {
        this.id = id;
        this.seq = seq;
        this.number = "CHG-%d-%06d".formatted(at.atZone(Zones.SEOUL).getYear(), seq);
        this.institution = by.institution();
        this.window = new Window(Ids.at(at), this);
    }

    void write(ChangeCommand said, Window.Plan plan, Actor by, Instant at) {
        title = said.title().strip();
        what = said.what().strip();
        why = said.why().strip();
        responsible = said.responsible().strip();
        risk = said.risk();
        rollBack = said.rollBack().strip();
        window.write(plan, by, at);
    }

    /** Takes a step; the window goes with it. */
    void take(Move move, @Nullable String text, Actor by, Instant at) {
        state = move.to();
        if (state == ChangeState.APPROVED) {
            window.approve(by, at);
        }
        if (state == ChangeState.IN_PROGRESS) {
            begunAt = at;
        }
        if (state.isOver()) {
            endedAt = at;
            window.end(by, text, at);
        }
        note(move.rule(), text, by, at);
    }

    void note(String rule, @Nullable String text, Actor by, Instant at) {
        acts.add(new ChangeAct(Ids.at(at), this, rule, text, by, at));
    }

    /** The version as callers see it: each step makes a new one, also one that changes only the window. */
    int publicVersion() {
        return acts.size();
    }
}
