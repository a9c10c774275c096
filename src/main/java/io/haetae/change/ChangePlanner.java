package io.haetae.change;

import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a plan of what was typed, or says field by field why it cannot be one. */
@ApplicationScoped
class ChangePlanner {

    private final SystemService systems;
    private final InstitutionService institutions;
    private final ChangeConfig config;

    ChangePlanner(SystemService systems, InstitutionService institutions, ChangeConfig config) {
        this.systems = systems;
        this.institutions = institutions;
        this.config = config;
    }

    Window.Plan plan(ChangeCommand said, Actor by, Instant now) {
        List<FieldError> wrong = new ArrayList<>();
        PlannedSystems planned = systems(said.systems(), by, wrong);
        Schedule once = new Schedule(said.plannedFrom(), said.plannedUntil(), null, null);
        checkTimes(once, "/plannedFrom", "/plannedUntil", now, wrong);
        refuse(wrong);
        return new Window.Plan(said.title().strip(), planned, once, said.announcement());
    }

    Window.Plan plan(WindowCommand said, Actor by, Instant now) {
        List<FieldError> wrong = new ArrayList<>();
        PlannedSystems planned = systems(said.systems(), by, wrong);
        Recurrence rule = rule(said.rrule(), wrong);
        Schedule schedule = new Schedule(said.from(), said.until(), rule, null);
        checkTimes(schedule, "/from", "/until", now, wrong);
        if (rule != null) {
            checkSeries(schedule, rule, now, wrong);
        }
        refuse(wrong);
        return new Window.Plan(said.title().strip(), planned, schedule, said.announcement());
    }

    /** Refuses an end that is none, or one with which both together would be longer than a window may be. */
    void checkExtension(Window window, Instant until) {
        Duration whole = Duration.between(window.from, until);
        if (window.rule != null) {
            throw Refusal.field("/until", "recurring-window", window.rule);
        }
        if (!until.isAfter(window.until)) {
            throw Refusal.field("/until", "end-before-begin", until);
        }
        if (whole.compareTo(config.longestWindow()) > 0) {
            throw Refusal.fields(List.of(new FieldError(
                    "/until",
                    "longer-than",
                    Map.of("allowed", config.longestWindow().toHours()))));
        }
    }

    private PlannedSystems systems(List<String> codes, Actor by, List<FieldError> wrong) {
        Map<String, SystemView> known =
                systems.find(codes).stream().collect(Collectors.toMap(SystemView::code, Function.identity()));
        Set<String> scope = new TreeSet<>(institutions.selfAndAbove(by.institution()));
        Set<SystemView> planned = new LinkedHashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            SystemView system = known.get(codes.get(i));
            if (system == null || !by.scope().reaches(system.scopeKeys())) {
                wrong.add(FieldError.of("/systems/" + i, "unknown-system", codes.get(i)));
            } else if (!planned.add(system)) {
                wrong.add(FieldError.of("/systems/" + i, "duplicate", codes.get(i)));
            } else {
                scope.addAll(system.scopeKeys());
            }
        }
        return new PlannedSystems(
                planned.stream().map(SystemView::id).toList(),
                planned.stream().map(SystemView::code).toList(),
                List.copyOf(scope));
    }

    private void checkTimes(Schedule schedule, String begin, String end, Instant now, List<FieldError> wrong) {
        Duration length = Duration.between(schedule.from(), schedule.until());
        if (length.isNegative() || length.isZero()) {
            wrong.add(FieldError.of(end, "end-before-begin"));
        } else if (length.compareTo(config.longestWindow()) > 0) {
            wrong.add(new FieldError(
                    end, "longer-than", Map.of("allowed", config.longestWindow().toHours())));
        } else if (schedule.rule() == null && !schedule.until().isAfter(now)) {
            wrong.add(FieldError.of(end, "in-the-past"));
        } else if (schedule.from().isAfter(now.plus(config.longestSeries()))) {
            wrong.add(new FieldError(
                    begin,
                    "too-far-ahead",
                    Map.of("allowed", config.longestSeries().toDays())));
        }
    }

    private static @Nullable Recurrence rule(@Nullable String text, List<FieldError> wrong) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return RecurrenceText.read(text);
        } catch (IllegalArgumentException notKnown) {
            wrong.add(
                    new FieldError("/rrule", "wrong-format", Map.of("value", text, "allowed", RecurrenceText.ALLOWED)));
            return null;
        }
    }

    private void checkSeries(Schedule schedule, Recurrence rule, Instant now, List<FieldError> wrong) {
        Instant furthest = schedule.from().plus(config.longestSeries());
        if (!schedule.beginsAsItGoesOn()) {
            wrong.add(FieldError.of("/from", "not-a-day-of-the-rule"));
        } else if (!schedule.lastAt().isAfter(now)) {
            wrong.add(FieldError.of("/rrule", "in-the-past"));
        } else if (schedule.lastAt().isAfter(furthest)) {
            wrong.add(new FieldError(
                    "/rrule",
                    "series-too-long",
                    Map.of(
                            "value",
                            rule.until(),
                            "allowed",
                            config.longestSeries().toDays())));
        }
    }

    private static void refuse(List<FieldError> wrong) {
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
    }
}
