package io.haetae.incident;

import io.haetae.incident.IncidentClock.State;
import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that a clock says, as a value: to compare, and to hand over. */
record ClockLine(
        String kind,
        String nameKo,
        String nameEn,
        int failureGrade,
        String ruleSet,
        String version,
        Instant startedAt,
        Instant dueAt,
        Instant warnAt,
        @Nullable Long repeatMinutes,
        boolean afterRecovery,
        boolean repetition,
        int measurement,
        State state,
        @Nullable Instant metAt,
        @Nullable String metBy,
        @Nullable Instant endedAt,
        @Nullable Instant pausedFrom,
        @Nullable Instant pausedUntil,
        @Nullable String pausedBy,
        @Nullable String pauseReason) {

    static ClockLine of(IncidentClock clock) {
        return new ClockLine(
                clock.kind,
                clock.nameKo,
                clock.nameEn,
                clock.failureGrade,
                clock.ruleSet,
                clock.version,
                clock.startedAt,
                clock.dueAt,
                clock.warnAt,
                clock.repeatMinutes,
                clock.afterRecovery,
                clock.repetition,
                clock.measurement,
                clock.state,
                clock.metAt,
                clock.metBy,
                clock.endedAt,
                clock.pausedFrom,
                clock.pausedUntil,
                clock.pausedBy,
                clock.pauseReason);
    }

    /** The same in another measurement. */
    ClockLine in(int other) {
        return with(other, state);
    }

    /** The same in another state. */
    ClockLine in(State other) {
        return with(measurement, other);
    }

    private ClockLine with(int otherMeasurement, State otherState) {
        return new ClockLine(
                kind,
                nameKo,
                nameEn,
                failureGrade,
                ruleSet,
                version,
                startedAt,
                dueAt,
                warnAt,
                repeatMinutes,
                afterRecovery,
                repetition,
                otherMeasurement,
                otherState,
                metAt,
                metBy,
                endedAt,
                pausedFrom,
                pausedUntil,
                pausedBy,
                pauseReason);
    }

    /** What it says at an instant, when nothing but time has passed. */
    ClockLine at(Instant now) {
        IncidentClock clock = clock(new UUID(0, 0), new UUID(0, 0));
        clock.advance(now);
        return of(clock);
    }

    IncidentClock clock(UUID id, UUID incident) {
        IncidentClock clock = new IncidentClock(
                id,
                incident,
                kind,
                new LocalizedText(nameKo, nameEn),
                new IncidentClock.Span(startedAt, dueAt, warnAt),
                new IncidentClock.Policy(ruleSet, version, failureGrade));
        write(clock);
        return clock;
    }

    /** Makes a clock say the same. */
    void write(IncidentClock clock) {
        clock.startedAt = startedAt;
        clock.dueAt = dueAt;
        clock.warnAt = warnAt;
        clock.repeatMinutes = repeatMinutes;
        clock.afterRecovery = afterRecovery;
        clock.repetition = repetition;
        clock.measurement = measurement;
        clock.state = state;
        clock.metAt = metAt;
        clock.metBy = metBy;
        clock.endedAt = endedAt;
        clock.pausedFrom = pausedFrom;
        clock.pausedUntil = pausedUntil;
        clock.pausedBy = pausedBy;
        clock.pauseReason = pauseReason;
        clock.nextAt = clock.next();
    }
}
