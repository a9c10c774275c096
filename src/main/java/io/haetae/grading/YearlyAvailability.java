package io.haetae.grading;

import io.haetae.rule.SystemGradeRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How systems did over a whole year, computed as over a month. */
@ApplicationScoped
public class YearlyAvailability {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Set<String> NOT_AS_IT_SHOULD = Set.of("STOPPED", "DEGRADED", "UNKNOWN");

    private final ServiceLevels levels;
    private final SystemGradeRules rules;
    private final Clock clock;

    YearlyAvailability(ServiceLevels levels, SystemGradeRules rules, Clock clock) {
        this.levels = levels;
        this.rules = rules;
        this.clock = clock;
    }

    /** In percent, as far as the year has gone and the system was in use; one that was not is left out. */
    @Transactional
    public Map<UUID, BigDecimal> of(Collection<UUID> systems, int year) {
        Map<UUID, BigDecimal> percent = new HashMap<>();
        levels.between(
                        systems,
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year + 1, 1, 1),
                        rules.duties(null).counts(),
                        clock.instant())
                .forEach((system, level) -> {
                    BigDecimal measured = level.percent();
                    if (measured != null) {
                        percent.put(system, measured);
                    }
                });
        return percent;
    }

    /** How they fared in the twelve months before a time, whatever kept them from running as they should. */
    @Transactional
    public Map<UUID, Fared> before(Collection<UUID> systems, Instant until) {
        Map<UUID, Fared> fared = new HashMap<>();
        levels.between(systems, until.minus(YEAR), until, NOT_AS_IT_SHOULD)
                .forEach((system, level) -> fared.put(
                        system,
                        new Fared(
                                level.incidents(),
                                level.availability().down().toMinutes(),
                                level.availability().operating().toMinutes(),
                                level.availability().percent())));
        return fared;
    }
}
