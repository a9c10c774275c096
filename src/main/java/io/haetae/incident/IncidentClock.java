package io.haetae.incident;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.ReportingClocks;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One deadline of an incident. It warns at three quarters, is breached when due, and stays open until it is met. */
@Entity
@Table(name = "incident_clock")
class IncidentClock {

    /** Where a clock stands. */
    enum State {
        RUNNING,
        /** Three quarters of the time are gone. */
        WARNED,
        /** The due time has come and it is not done. */
        BREACHED,
        MET,
        /** Not needed any more: another grade, or the incident is over. */
        CANCELLED;

        boolean isOpen() {
            return this == RUNNING || this == WARNED || this == BREACHED;
        }
    }

    /** From when to when a clock runs, and when it warns. */
    record Span(Instant from, Instant due, Instant warn) {

        /** One that never stands still: it warns three quarters of the way. */
        Span(Instant from, Instant due) {
            this(
                    from,
                    due,
                    from.plus(Duration.between(from, due).multipliedBy(3).dividedBy(4)));
        }
    }

    /** The version of the rule set that asks for a clock, pinned. */
    record Policy(String ruleSet, String version, int failureGrade) {

        static Policy of(ReportingClocks clocks) {
            return new Policy(clocks.ruleSet(), clocks.version(), clocks.failureGrade());
        }
    }

    @Id
    UUID id;

    UUID incident;
    String kind;

    @Column(name = "name_ko")
    String nameKo;

    @Column(name = "name_en")
    String nameEn;

    @Column(name = "failure_grade")
    int failureGrade;

    @Column(name = "rule_set")
    String ruleSet;

    String version;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "warn_at")
    Instant warnAt;

    @Column(name = "repeat_minutes")
    @Nullable
    Long repeatMinutes;

    @Column(name = "after_recovery")
    boolean afterRecovery;

    /** Number of the measurement of the incident that it belongs to. */
    int measurement = 1;

    @Enumerated(EnumType.STRING)
    State state = State.RUNNING;

    /** When the sweep has to look at it next. */
    @Column(name = "next_at")
    @Nullable
    Instant nextAt;

    @Column(name = "met_at")
    @Nullable
    Instant metAt;

    @Column(name = "met_by")
    @Nullable
    String metBy;

    /** When it was dropped without being met. */
    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    /** It started when the one before it was met. */
    boolean repetition;

    /** When it stood still last, or does. */
    @Column(name = "paused_from")
    @Nullable
    Instant pausedFrom;

    /** When it ran again, or will; null while nobody knows. */
    @Column(name = "paused_until")
    @Nullable
    Instant pausedUntil;

    /** Who paused it; null where the state of the incident does. */
    @Column(name = "paused_by")
    @Nullable
    String pausedBy;

    @Column(name = "pause_reason")
    @Nullable
    String pauseReason;

    @Nullable
    String note;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected IncidentClock() {}

    /**
     * A clock that starts.
     *
     * @param policy the rule set's file that asks for it
     */
    IncidentClock(UUID id, UUID incident, String kind, LocalizedText name, Span span, Policy policy) {
        this.id = id;
        this.incident = incident;
        this.kind = kind;
        this.nameKo = name.ko();
        this.nameEn = name.en();
        this.startedAt = span.from();
        this.dueAt = span.due();
        this.warnAt = span.warn();
        this.nextAt = span.warn();
        this.failureGrade = policy.failureGrade();
        this.ruleSet = policy.ruleSet();
        this.version = policy.version();
    }

    /** The same clock once more, after it has been met. */
    IncidentClock again(UUID another, long minutes, Instant from) {
        Span span = new Span(from, from.plus(Duration.ofMinutes(minutes)));
        IncidentClock next = new IncidentClock(
                another,
                incident,
                kind,
                new LocalizedText(nameKo, nameEn),
                span,
                new Policy(ruleSet, version, failureGrade));
        next.repeatMinutes = minutes;
        next.afterRecovery = afterRecovery;
        next.measurement = measurement;
        next.repetition = true;
        return next;
    }

    /** Counts anew with what made it stand still; what it came to before stays said. */
    void count(Span span, ClockBook.@Nullable Standing standing) {
        dueAt = span.due();
        warnAt = span.warn();
        pausedFrom = standing == null ? null : standing.from();
        pausedUntil = standing == null ? null : standing.until();
        pausedBy = standing == null ? null : standing.by();
        pauseReason = standing == null ? null : standing.reason();
        nextAt = next();
    }

    /** It stands still and nobody knows for how long. */
    boolean stands() {
        return pausedFrom != null && pausedUntil == null;
    }

    /** When it has to be looked at next. */
    @Nullable
    Instant next() {
        if (stands()) {
            return null;
        }
        return switch (state) {
            case RUNNING -> warnAt;
            case WARNED -> dueAt;
            case BREACHED, MET, CANCELLED -> null;
        };
    }

    /** Takes the place of another of its kind: what was said of that one, and is so of this one too, is not said again. */
    void inPlaceOf(IncidentClock former, Instant now) {
        if (former.measurement != measurement || stands()) {
            return;
        }
        if (former.state != State.RUNNING && !now.isBefore(warnAt)) {
            state = former.state == State.BREACHED && !now.isBefore(dueAt) ? State.BREACHED : State.WARNED;
        }
        nextAt = next();
    }

    /** Moves on to what the time says; every state it comes to on the way, each once, whether looked at in time or late. */
    List<State> advance(Instant now) {
        return stands() ? List.of() : pass(now);
    }

    private List<State> pass(Instant now) {
        List<State> passed = new ArrayList<>();
        if (state == State.RUNNING && !now.isBefore(warnAt)) {
            state = State.WARNED;
            passed.add(State.WARNED);
        }
        if (state == State.WARNED && !now.isBefore(dueAt)) {
            state = State.BREACHED;
            passed.add(State.BREACHED);
        }
        nextAt = next();
        return passed;
    }

    /** Whether this is the clock that is wanted; it then runs under the version that wants it. */
    boolean goesOnAs(IncidentClock wanted) {
        boolean same = kind.equals(wanted.kind)
                && startedAt.equals(wanted.startedAt)
                && dueAt.equals(wanted.dueAt)
                && measurement == wanted.measurement;
        if (same) {
            runsUnder(new Policy(wanted.ruleSet, wanted.version, wanted.failureGrade));
            repeatMinutes = wanted.repeatMinutes;
            repetition = wanted.repetition;
            count(new Span(startedAt, wanted.dueAt, wanted.warnAt), wanted.standing());
        }
        return same;
    }

    private ClockBook.@Nullable Standing standing() {
        return pausedFrom == null ? null : new ClockBook.Standing(pausedFrom, pausedUntil, pausedBy, pauseReason);
    }

    void runsUnder(Policy policy) {
        failureGrade = policy.failureGrade();
        ruleSet = policy.ruleSet();
        version = policy.version();
    }

    /** When it comes to a state by itself. */
    Instant when(State passed) {
        return passed == State.BREACHED ? dueAt : warnAt;
    }

    void meet(Instant at, String by, @Nullable String how) {
        state = State.MET;
        nextAt = null;
        metAt = at;
        metBy = by;
        note = how;
    }

    /** Runs on as if it had never stopped: what it came to before is known, what it comes to since is told as ever. */
    void resume() {
        Instant stopped = metAt == null ? endedAt : metAt;
        state = State.RUNNING;
        nextAt = next();
        metAt = null;
        metBy = null;
        endedAt = null;
        if (stopped != null) {
            pass(pausedFrom != null && stands() ? pausedFrom : stopped);
        }
    }

    void cancel(Instant at) {
        state = State.CANCELLED;
        endedAt = at;
        nextAt = null;
    }
}
