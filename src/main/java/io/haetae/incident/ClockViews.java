package io.haetae.incident;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.ReportingClocks;
import io.haetae.rule.RuleRef;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Clocks as people see them: whether they stand still now and whether a person may pause them. */
@ApplicationScoped
class ClockViews {

    /** Beside the states of a clock: it stands still now. */
    private static final String PAUSED = "PAUSED";

    private final Clocks clocks;
    private final ReportingClockwork clockwork;
    private final RuleSets rules;
    private final Clock clock;

    ClockViews(Clocks clocks, ReportingClockwork clockwork, RuleSets rules, Clock clock) {
        this.clocks = clocks;
        this.clockwork = clockwork;
        this.rules = rules;
        this.clock = clock;
    }

    List<IncidentView.Clock> of(UUID incident) {
        Instant now = clock.instant();
        ClockRules asked = clockwork.rules();
        return clocks.of(incident).stream()
                .map(each -> view(each, asked.of(each).orElse(null), now))
                .toList();
    }

    /** Under which version the clocks run, and which is in force by now. */
    IncidentView.@Nullable ClockRulesUsed rulesOf(Incident incident) {
        if (incident.clocks.ruleSet == null || incident.clocks.version == null) {
            return null;
        }
        Optional<RuleRef> active = rules.active(RuleSets.REPORTING_CLOCK);
        boolean inForce = active.filter(ref -> ref.ruleSet().equals(incident.clocks.ruleSet)
                        && Objects.equals(ref.version(), incident.clocks.version))
                .isPresent();
        return new IncidentView.ClockRulesUsed(
                incident.clocks.ruleSet,
                incident.clocks.version,
                inForce ? null : active.map(RuleRef::version).orElse(null));
    }

    private static IncidentView.Clock view(IncidentClock clock, ReportingClocks.@Nullable Clock asked, Instant now) {
        boolean pausedNow = clock.pausedFrom != null
                && !clock.pausedFrom.isAfter(now)
                && (clock.pausedUntil == null || clock.pausedUntil.isAfter(now));
        boolean waiting = clock.state == IncidentClock.State.RUNNING || clock.state == IncidentClock.State.WARNED;
        boolean byPerson =
                asked != null && asked.pause() != null && asked.pause().byPerson();
        return new IncidentView.Clock(
                clock.kind,
                new LocalizedText(clock.nameKo, clock.nameEn),
                clock.failureGrade,
                clock.version,
                clock.startedAt,
                clock.dueAt,
                waiting && pausedNow ? PAUSED : clock.state.name(),
                clock.metAt,
                clock.metBy,
                clock.measurement,
                clock.endedAt,
                clock.pausedFrom,
                clock.pausedUntil,
                clock.pausedBy,
                clock.pauseReason,
                waiting && byPerson,
                asked == null ? null : asked.law());
    }
}
