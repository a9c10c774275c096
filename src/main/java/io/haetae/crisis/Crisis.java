package io.haetae.crisis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An event that spans incidents. Everything decided about it stands in rows of its own. */
@Entity
@Table(name = "crisis")
class Crisis {

    @Id
    UUID id;

    long seq;
    String number;
    String title;
    boolean exercise;

    /** One of its incidents is for those concerned only, and so is what is told of them together. */
    @Column(name = "need_to_know")
    boolean needToKnow;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "opened_by")
    String openedBy;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "closed_by")
    @Nullable
    String closedBy;

    @Column(name = "close_note")
    @Nullable
    String closeNote;

    /** Keys of the institutions that reach it: those of its incidents, of lead agencies and of headquarters. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> scope = List.of();

    @Version
    int version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Crisis() {}

    Crisis(UUID id, long seq, String number, String title, boolean exercise, Instant openedAt, String openedBy) {
        this.id = id;
        this.seq = seq;
        this.number = number;
        this.title = title;
        this.exercise = exercise;
        this.openedAt = openedAt;
        this.openedBy = openedBy;
    }

    boolean isClosed() {
        return closedAt != null;
    }

    /** Lets those reach it who reach the keys. Nobody who knew of it is shut out later. */
    void reachedBy(Collection<String> keys) {
        TreeSet<String> all = new TreeSet<>(scope);
        if (all.addAll(keys)) {
            scope = List.copyOf(all);
        }
    }
}
