package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.rule.ReportingClocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lets clocks stand still and run again, by a named person for a reason. */
@ApplicationScoped
class ClockPauseService {

    private final Incidents incidents;
    private final ReportingClockwork clockwork;
    private final IncidentViews views;
    private final Chronicle chronicle;
    private final IncidentConfig config;
    private final CurrentActor current;
    private final Clock clock;

    ClockPauseService(
            Incidents incidents,
            ReportingClockwork clockwork,
            IncidentViews views,
            Chronicle chronicle,
            IncidentConfig config,
            CurrentActor current,
            Clock clock) {
        this.incidents = incidents;
        this.clockwork = clockwork;
        this.views = views;
        this.chronicle = chronicle;
        this.config = config;
        this.current = current;
        this.clock = clock;
    }

    /**
     * The open clock of a kind stands still, not longer than until then. Refuses (409) a duty by law, one that its rules do
     * not let pause, and one whose time has come; and (422) an end that has passed or lies too far off.
     */
    @Transactional
    public IncidentView pause(String number, String kind, @Valid ClockCommands.Pause said) {
        Actor actor = current.require(Verb.PAUSE_CLOCK.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.PAUSE_CLOCK.check(incident);
        checkEnd(said.until(), now);
        IncidentClock paused = clockwork.open(incident, kind);
        ReportingClocks.Clock asked = clockwork.rules().of(paused).orElse(null);
        if (asked == null || asked.pause() == null || !asked.pause().byPerson()) {
            String law = asked == null || asked.law() == null ? "-" : asked.law();
            throw new Refusal(IncidentError.CLOCK_NEVER_PAUSES, Map.of("kind", kind, "law", law));
        }
        if (ClockLine.of(paused).at(now).state() == IncidentClock.State.BREACHED) {
            throw new Refusal(IncidentError.CLOCK_RUN_OUT, Map.of("kind", kind));
        }
        clockwork.apply(incident, new ClockEvent.Paused(now, kind, said.until(), actor.name(), said.reason()), now);
        Map<String, Object> data = named(paused);
        data.put("reason", said.reason());
        data.put("until", said.until().toString());
        chronicle.write(incident, Verb.PAUSE_CLOCK.rule(), "CLOCK_PAUSED", now, now, data);
        incidents.flush();
        return views.view(incident);
    }

    private void checkEnd(Instant until, Instant now) {
        if (!until.isAfter(now)) {
            throw Refusal.field("/until", "in-the-past", until);
        }
        Instant longest = now.plus(config.longestPause());
        if (until.isAfter(longest)) {
            throw Refusal.fields(List.of(new FieldError(
                    "/until",
                    "pause-too-long",
                    Map.of(
                            "value",
                            until.toString(),
                            "allowed",
                            config.longestPause().toHours()))));
        }
    }

    /** It runs again. Refuses (409) one that no person has paused. */
    @Transactional
    public IncidentView resume(String number, String kind, @Valid ClockCommands.Resumption said) {
        Actor actor = current.require(Verb.PAUSE_CLOCK.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.PAUSE_CLOCK.check(incident);
        IncidentClock paused = clockwork.open(incident, kind);
        if (paused.pausedBy == null || paused.pausedUntil == null || !paused.pausedUntil.isAfter(now)) {
            throw new Refusal(IncidentError.CLOCK_NOT_PAUSED, Map.of("kind", kind));
        }
        clockwork.apply(incident, new ClockEvent.Resumed(now, kind), now);
        Map<String, Object> data = named(paused);
        data.put("note", Objects.requireNonNullElse(said.note(), ""));
        chronicle.write(incident, "incident.clock-resumed", "CLOCK_RESUMED", now, now, data);
        incidents.flush();
        return views.view(incident);
    }

    private static Map<String, Object> named(IncidentClock clock) {
        Map<String, Object> data = new HashMap<>();
        data.put("kind", clock.kind);
        data.put("nameKo", clock.nameKo);
        data.put("nameEn", clock.nameEn);
        return data;
    }
}
