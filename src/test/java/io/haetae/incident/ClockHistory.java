package io.haetae.incident;

import io.haetae.deadline.WorkingCalendar;
import io.haetae.kernel.LocalizedText;
import io.haetae.rule.ReportingClocks;
import io.haetae.rule.ReportingClocks.Clock;
import io.haetae.rule.ReportingClocks.Condition;
import io.haetae.rule.ReportingClocks.From;
import io.haetae.rule.ReportingClocks.Pausing;
import io.haetae.rule.ReportingClocks.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident that lives from step to step, as the service lets it: every step is an event, carried out on the clocks as
 * they are kept, and a sweep that looks at them whenever it likes.
 */
final class ClockHistory {

    static final Instant BEGIN = Instant.parse("2026-09-23T08:00:00Z"); // the afternoon before Chuseok
    static final List<String> KINDS = List.of("ACKNOWLEDGE", "NOTIFY", "MEETING", "REPORT", "DRAFT", "FINAL");
    private static final UUID INCIDENT = new UUID(0, 7);

    final ClockMachine machine = new ClockMachine(ClockHistory::rules, WorkingCalendar.korea());
    final List<ClockEvent> events = new ArrayList<>();

    /** What was told of each clock, in order. */
    final Map<UUID, List<IncidentClock.State>> told = new HashMap<>();

    private final Map<UUID, ClockLine> kept = new HashMap<>();
    private IncidentState state = IncidentState.OPEN;
    private Instant detection = BEGIN;
    private @Nullable Instant recognition;
    private @Nullable Instant recovery;
    private int grade = 1;
    private String version = "1";
    private int measurement = 1;
    private Instant now = BEGIN;
    private @Nullable Instant closedAt;

    ClockHistory() {
        ask();
    }

    /** One thing that happens so many minutes later; what cannot happen then does not. */
    record Step(int minutes, int what, int which) {}

    void take(Step step) {
        now = now.plus(Duration.ofMinutes(step.minutes()));
        String kind = KINDS.get(step.which() % KINDS.size());
        switch (step.what()) {
            case 0 -> changeGrade(1 + step.which() % 4);
            case 1 -> changeDetection(step.which());
            case 2 -> recognise();
            case 3 -> pause(kind, step.which());
            case 4 -> resume(kind);
            case 5 -> meet(kind, step.which());
            case 6 -> unmeet();
            case 7 -> recover();
            case 8 -> reopen();
            case 9 -> close();
            case 10 -> undoClosing();
            case 11 -> moveRules();
            default -> sweep();
        }
    }

    Instant now() {
        return now;
    }

    List<ClockLine> kept() {
        return List.copyOf(kept.values());
    }

    List<ClockCheck.Deviation> deviations() {
        return ClockCheck.compare(machine, INCIDENT, events, kept(), now);
    }

    /** Looks at every clock, as the sweep does. */
    void sweep() {
        kept.replaceAll((id, line) -> {
            IncidentClock clock = line.clock(id, INCIDENT);
            clock.advance(now).forEach(passed -> tell(id, passed));
            return ClockLine.of(clock);
        });
    }

    private void tell(UUID clock, IncidentClock.State passed) {
        told.computeIfAbsent(clock, id -> new ArrayList<>()).add(passed);
    }

    private void apply(ClockEvent event) {
        List<IncidentClock> rows = new ArrayList<>();
        kept.forEach((id, line) -> rows.add(line.clock(id, INCIDENT)));
        ClockBook book = new ClockBook(INCIDENT, rows, events);
        machine.apply(book, event).forEach(passed -> tell(passed.clock().id, passed.state()));
        events.add(event);
        book.clocks().forEach(clock -> kept.put(clock.id, ClockLine.of(clock)));
    }

    private void ask() {
        apply(new ClockEvent.Asked(
                now,
                new ClockEvent.Basis(
                        state,
                        detection,
                        recognition,
                        recovery,
                        grade,
                        "reporting-clock/test",
                        version,
                        Set.of(Condition.ALWAYS),
                        measurement)));
    }

    private void changeGrade(int other) {
        if (state == IncidentState.OPEN || state == IncidentState.RECOVERED) {
            grade = other;
            ask();
        }
    }

    private void changeDetection(int earlier) {
        if (state == IncidentState.OPEN && measurement == 1) {
            detection = BEGIN.minus(Duration.ofMinutes(earlier));
            ask();
        }
    }

    private void recognise() {
        if (state == IncidentState.OPEN && recognition == null) {
            recognition = now;
            ask();
        }
    }

    private void pause(String kind, int minutes) {
        boolean mayPause = rules("", version, grade).clocks().stream()
                .anyMatch(asked -> asked.kind().equals(kind)
                        && asked.pause() != null
                        && asked.pause().byPerson());
        boolean open = kept().stream()
                .anyMatch(line -> line.kind().equals(kind)
                        && line.at(now).state().isOpen()
                        && line.at(now).state() != IncidentClock.State.BREACHED);
        if (mayPause && open) {
            apply(new ClockEvent.Paused(
                    now, kind, now.plus(Duration.ofMinutes(1 + minutes)), "person", "waiting for the vendor"));
        }
    }

    private void resume(String kind) {
        boolean paused = kept().stream()
                .anyMatch(line -> line.kind().equals(kind)
                        && line.state().isOpen()
                        && line.pausedUntil() != null
                        && line.pausedUntil().isAfter(now));
        if (paused) {
            apply(new ClockEvent.Resumed(now, kind));
        }
    }

    private void meet(String kind, int before) {
        boolean open = kept().stream()
                .anyMatch(line -> line.kind().equals(kind) && line.state().isOpen());
        if (open) {
            apply(new ClockEvent.Met(now, kind, now.minus(Duration.ofMinutes(before % 5)), "person", null));
        }
    }

    private void unmeet() {
        kept().stream()
                .filter(line -> line.kind().equals("ACKNOWLEDGE") && line.state() == IncidentClock.State.MET)
                .filter(line -> line.measurement() == measurement && state == IncidentState.OPEN)
                .findFirst()
                .ifPresent(line -> apply(new ClockEvent.Unmet(now, line.kind(), Objects.requireNonNull(line.metAt()))));
    }

    private void recover() {
        if (state == IncidentState.OPEN) {
            state = IncidentState.RECOVERED;
            recovery = now;
            ask();
        }
    }

    private void reopen() {
        if (state == IncidentState.RECOVERED || state == IncidentState.CLOSED) {
            state = IncidentState.OPEN;
            recovery = null;
            closedAt = null;
            detection = now;
            recognition = now;
            measurement++;
            ask();
        }
    }

    private void close() {
        if (state == IncidentState.RECOVERED) {
            state = IncidentState.CLOSED;
            closedAt = now;
            apply(new ClockEvent.Ended(now, state, false));
        }
    }

    private void undoClosing() {
        if (state == IncidentState.CLOSED && closedAt != null) {
            state = IncidentState.RECOVERED;
            apply(new ClockEvent.Continued(now, closedAt));
        }
    }

    private void moveRules() {
        if (state == IncidentState.OPEN || state == IncidentState.RECOVERED) {
            version = version.equals("1") ? "2" : "1";
            ask();
        }
    }

    /** Two versions of four grades: a duty by law, what stands still by state or by person, what repeats, working days. */
    static ReportingClocks rules(String ruleSet, String version, int grade) {
        int slower = version.equals("1") ? 1 : 2;
        Pausing both = new Pausing(List.of("RECOVERED"), true);
        List<Clock> clocks = new ArrayList<>(List.of(
                clock("ACKNOWLEDGE", From.DETECTION, 5L * grade, Unit.MINUTES, null, null, null),
                clock("NOTIFY", From.RECOGNITION, 30L * grade * slower, Unit.MINUTES, null, "제56조의5", null),
                clock("MEETING", From.RECOGNITION, 60L * grade, Unit.MINUTES, null, null, both),
                clock(
                        "DRAFT",
                        From.RECOVERY,
                        grade,
                        Unit.WORKING_DAYS,
                        null,
                        null,
                        new Pausing(List.of("CLOSED"), true)),
                clock("FINAL", From.RECOVERY, 1, Unit.MONTHS, null, "시행령 제70조의5", null)));
        if (grade < 3) {
            Pausing byPerson = version.equals("1") ? null : new Pausing(List.of(), true);
            clocks.add(clock("REPORT", From.RECOGNITION, 60, Unit.MINUTES, 60L * slower, null, byPerson));
        }
        return new ReportingClocks(
                "reporting-clock/test", version, "", grade, new ReportingClocks.CallOut(5, List.of()), clocks);
    }

    private static Clock clock(
            String kind,
            From from,
            long amount,
            Unit unit,
            @Nullable Long repeat,
            @Nullable String law,
            @Nullable Pausing pause) {
        return new Clock(kind, new LocalizedText("가", "a"), from, amount, unit, repeat, Condition.ALWAYS, law, pause);
    }
}
