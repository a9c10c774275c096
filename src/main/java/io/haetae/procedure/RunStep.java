package io.haetae.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A step of a run from the moment it became ready. */
@Entity
@Table(name = "procedure_step")
class RunStep {

    @Id
    UUID id;

    UUID run;
    String step;
    int round;

    /** The PARALLEL step around it. */
    @Nullable
    UUID parent;

    @Column(name = "failure_grade")
    int failureGrade;

    @Column(name = "ready_at")
    Instant readyAt;

    /** The first instant that is too late. */
    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    /** When it ends by itself. */
    @Column(name = "until_at")
    @Nullable
    Instant untilAt;

    /** When the holder was told that it is overdue. */
    @Column(name = "told_at")
    @Nullable
    Instant toldAt;

    /** When the service has to look at it. */
    @Column(name = "next_at")
    @Nullable
    Instant nextAt;

    /** It stands where the work had passed already when the version was changed; it leads only to what is not done. */
    @Column(name = "made_up")
    boolean madeUp;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Nullable
    String outcome;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected RunStep() {}

    RunStep(UUID id, UUID run, String step, int round, @Nullable UUID parent, int failureGrade, Instant readyAt) {
        this.id = id;
        this.run = run;
        this.step = step;
        this.round = round;
        this.parent = parent;
        this.failureGrade = failureGrade;
        this.readyAt = readyAt;
    }

    boolean isOpen() {
        return endedAt == null;
    }

    boolean isOverdue(Instant now) {
        return isOpen() && dueAt != null && !now.isBefore(dueAt);
    }

    /** Its limits: the due time, and when it ends by itself. */
    void limit(@Nullable Instant due, @Nullable Instant until) {
        dueAt = due;
        untilAt = until;
        toldAt = null;
        schedule();
    }

    /** The holder has been told. */
    void tell(Instant at) {
        toldAt = at;
        schedule();
    }

    void end(String how, Instant at) {
        outcome = how;
        endedAt = at;
        nextAt = null;
    }

    private void schedule() {
        nextAt = Stream.of(toldAt == null ? dueAt : null, untilAt)
                .filter(at -> at != null)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
