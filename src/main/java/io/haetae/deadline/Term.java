package io.haetae.deadline;

import io.haetae.kernel.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A deadline frozen when it started: its start, its length, the calendar it is counted by and the times it stood still.
 * Everything else follows from these, so that a stored due time can be computed again and compared.
 *
 * @param start when it began
 * @param length how long it runs
 * @param calendar by which working days it is counted
 * @param pauses when it stood still, in order; only the last may be open
 */
public record Term(Instant start, Length length, WorkingCalendar calendar, List<Pause> pauses) {

    /** The share of the running time after which it warns. */
    private static final int WARN_PERCENT = 75;

    public Term {
        pauses = List.copyOf(pauses);
        Instant last = start;
        for (int i = 0; i < pauses.size(); i++) {
            Pause pause = pauses.get(i);
            if (pause.from().isBefore(last) || (pause.until() == null && i < pauses.size() - 1)) {
                throw new IllegalArgumentException("pauses must follow each other after the start: " + pauses);
            }
            last = pause.until() == null ? pause.from() : pause.until();
        }
    }

    /** Where a term stands. */
    public enum State {
        RUNNING,
        /** Three quarters of the running time are gone. */
        WARNED,
        PAUSED,
        /** The due time has come. */
        BREACHED
    }

    /** A term that begins now. */
    public static Term starting(Instant start, Length length, WorkingCalendar calendar) {
        return new Term(start, length, calendar, List.of());
    }

    /** The same term, standing still during all of these: in any order, overlapping, or begun before it. */
    public Term standingStill(Collection<Pause> any) {
        return new Term(start, length, calendar, Pause.together(start, any));
    }

    /** The same term, standing still from an instant on. */
    public Term pausedAt(Instant from) {
        if (isPaused()) {
            throw new IllegalStateException("the term already stands still");
        }
        List<Pause> more = new ArrayList<>(pauses);
        more.add(new Pause(from, null));
        return new Term(start, length, calendar, more);
    }

    /** The same term, running again from an instant on. */
    public Term resumedAt(Instant until) {
        if (!isPaused()) {
            throw new IllegalStateException("the term does not stand still");
        }
        List<Pause> closed = new ArrayList<>(pauses);
        Pause open = closed.remove(closed.size() - 1);
        closed.add(new Pause(open.from(), until));
        return new Term(start, length, calendar, closed);
    }

    /** The same start and pauses under another length: what a changed grade asks for. */
    public Term recomputed(Length other) {
        return new Term(start, other, calendar, pauses);
    }

    /** Whether it stands still. */
    public boolean isPaused() {
        return !pauses.isEmpty() && pauses.get(pauses.size() - 1).isOpen();
    }

    /** The first instant that is too late; empty while it stands still. */
    public Optional<Instant> dueAt() {
        if (isPaused()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (length.unit()) {
                    case MINUTES -> afterRunning(Duration.ofMinutes(length.amount()));
                    case DAYS -> endOfPeriod(localStart().plusDays(length.amount()));
                    case WORKING_DAYS -> WorkingCalendar.endOf(lastWorkingDay());
                    case MONTHS -> endOfPeriod(lastDayOfMonths());
                });
    }

    /** When it warns: at three quarters of its running time; empty while it stands still. */
    public Optional<Instant> warnAt() {
        return dueAt().map(due -> {
            Duration running = Duration.between(start, due).minus(stoodStillBefore(due));
            return afterRunning(running.multipliedBy(WARN_PERCENT).dividedBy(100));
        });
    }

    /** Where it stands at an instant. */
    public State stateAt(Instant now) {
        if (isPaused()) {
            return State.PAUSED;
        }
        if (dueAt().filter(due -> !now.isBefore(due)).isPresent()) {
            return State.BREACHED;
        }
        return warnAt().filter(warn -> !now.isBefore(warn)).isPresent() ? State.WARNED : State.RUNNING;
    }

    /** The instant at which it has run for so long, pauses left out. */
    private Instant afterRunning(Duration running) {
        Instant at = start.plus(running);
        for (Pause pause : pauses) {
            if (pause.until() != null && pause.from().isBefore(at)) {
                at = at.plus(Duration.between(pause.from(), pause.until()));
            }
        }
        return at;
    }

    private Duration stoodStillBefore(Instant due) {
        Duration still = Duration.ZERO;
        for (Pause pause : pauses) {
            if (pause.until() != null && pause.from().isBefore(due)) {
                Instant end = pause.until().isBefore(due) ? pause.until() : due;
                still = still.plus(Duration.between(pause.from(), end));
            }
        }
        return still;
    }

    private LocalDate localStart() {
        return LocalDate.ofInstant(start, Zones.SEOUL);
    }

    /** The n-th working day after the start on which the term did not stand still. */
    private LocalDate lastWorkingDay() {
        Set<LocalDate> still = daysStoodStill();
        LocalDate day = localStart();
        for (long counted = 0; counted < length.amount(); ) {
            day = calendar.plusWorkingDays(day, 1);
            if (!still.contains(day)) {
                counted++;
            }
        }
        return day;
    }

    /** The day before the one that corresponds to the first day counted, or the month's last day (민법 제160조). */
    private LocalDate lastDayOfMonths() {
        if (length.amount() == 0) {
            return localStart();
        }
        LocalDate first = localStart().plusDays(1);
        LocalDate corresponding = first.plusMonths(length.amount());
        return corresponding.getDayOfMonth() == first.getDayOfMonth() ? corresponding.minusDays(1) : corresponding;
    }

    /** Moves a last day on by the days the term stood still, then off a Saturday or holiday (민법 제161조). */
    private Instant endOfPeriod(LocalDate last) {
        LocalDate day = last;
        for (LocalDate still : daysStoodStill().stream().sorted().toList()) {
            if (still.isAfter(localStart()) && !still.isAfter(day)) {
                day = day.plusDays(1);
            }
        }
        return WorkingCalendar.endOf(calendar.onOrAfter(day));
    }

    private Set<LocalDate> daysStoodStill() {
        return pauses.stream().flatMap(Pause::days).collect(Collectors.toUnmodifiableSet());
    }
}
