package io.haetae.crisis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who serves in a headquarters, in which team (반) and as what, from when until when. */
@Entity
@Table(name = "crisis_post")
class HeadquartersPost {

    @Id
    UUID id;

    UUID headquarters;

    @Nullable
    String team;

    String duty;
    boolean head;
    String name;

    @Nullable
    String position;

    @Nullable
    String contact;

    @Column(name = "from_at")
    Instant from;

    @Column(name = "until_at")
    @Nullable
    Instant until;

    /** The post that this one took over. */
    @Nullable
    UUID follows;

    @Nullable
    String note;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected HeadquartersPost() {}

    HeadquartersPost(UUID id, UUID headquarters, PostCommand command, Instant from, Instant recordedAt, String by) {
        this.id = id;
        this.headquarters = headquarters;
        this.team = command.team();
        this.duty = command.duty();
        this.name = command.name();
        this.position = command.position();
        this.contact = command.contact();
        this.from = from;
        this.until = command.until();
        this.recordedAt = recordedAt;
        this.recordedBy = by;
    }

    /** The same post in other hands. */
    HeadquartersPost handedTo(UUID newId, HandOver to, Instant at, Instant now, String by) {
        HeadquartersPost next = new HeadquartersPost(
                newId,
                headquarters,
                new PostCommand(team, duty, to.name(), to.position(), to.contact(), at, null),
                at,
                now,
                by);
        next.head = head;
        next.follows = id;
        next.note = to.note();
        until = at;
        return next;
    }

    boolean isOver(Instant at) {
        return until != null && !until.isAfter(at);
    }
}
