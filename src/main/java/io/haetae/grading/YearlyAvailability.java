package io.haetae.grading;

import io.haetae.rule.SystemGradeRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The availability of systems over a whole year, computed as that of a month is. */
@ApplicationScoped
public class YearlyAvailability {

    private final ServiceLevels levels;
    private final SystemGradeRules rules;
    private final Clock clock;

    YearlyAvailability(ServiceLevels levels, SystemGradeRules rules, Clock clock) {
        this.levels = levels;
        this.rules = rules;
        this.clock = clock;
    }

    /** In percent, as far as the year has gone; a system without operating time is left out. */
    @Transactional
    public Map<UUID, BigDecimal> of(Collection<UUID> systems, int year) {
        Instant now = clock.instant();
        Map<UUID, BigDecimal> percent = new HashMap<>();
        if (systems.isEmpty()) {
            return percent;
        }
        levels.between(
                        systems,
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year + 1, 1, 1),
                        rules.duties(null).counts(),
                        now)
                .forEach((system, level) -> {
                    BigDecimal measured = level.percent();
                    if (measured != null) {
                        percent.put(system, measured);
                    }
                });
        return percent;
    }
}
