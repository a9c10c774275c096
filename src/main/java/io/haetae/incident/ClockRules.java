package io.haetae.incident;

import io.haetae.rule.ReportingClocks;
import java.util.Optional;

/** The reporting clocks of a pinned version for a failure grade. */
@FunctionalInterface
interface ClockRules {

    /** The clocks; refuses a version that there is not. */
    ReportingClocks of(String ruleSet, String version, int failureGrade);

    /** What the rules say of a clock; nothing when its version no longer asks for it. */
    default Optional<ReportingClocks.Clock> of(IncidentClock clock) {
        return of(clock.ruleSet, clock.version, clock.failureGrade).clocks().stream()
                .filter(asked -> asked.kind().equals(clock.kind))
                .findFirst();
    }
}
