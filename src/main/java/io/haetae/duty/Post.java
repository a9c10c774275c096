package io.haetae.duty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody holds a function in an institution for a while. What has begun is ended, not deleted. */
@Entity
@Table(name = "duty_post")
class Post {

    @Id
    private UUID id;

    private String institution;

    @Enumerated(EnumType.STRING)
    private DutyFunction function;

    private UUID person;

    private int rank;

    @Column(name = "from_at")
    private Instant from;

    @Column(name = "until_at")
    private @Nullable Instant until;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Post() {}

    Post(UUID id, NewPost command, UUID person, Instant from) {
        this.id = id;
        this.institution = command.institution();
        this.function = command.function();
        this.person = person;
        this.rank = command.rank() == null ? 1 : command.rank();
        this.from = from;
        this.until = command.until();
    }

    boolean hasBegun(Instant now) {
        return from.isBefore(now);
    }

    boolean isOver(Instant now) {
        return until != null && !until.isAfter(now);
    }

    void end(Instant now) {
        until = now;
    }

    UUID id() {
        return id;
    }

    String institution() {
        return institution;
    }

    DutyFunction function() {
        return function;
    }

    UUID person() {
        return person;
    }

    Instant from() {
        return from;
    }

    @Nullable
    Instant until() {
        return until;
    }
}
