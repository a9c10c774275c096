package io.haetae.intake;

import io.haetae.incident.MonitoredIncidents;
import io.haetae.incident.MonitoredIncidents.Ongoing;
import io.haetae.incident.MonitoredIncidents.Standing;
import io.haetae.intake.Correlator.Proposal;
import io.haetae.register.DependencyService;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.haetae.rule.CorrelationPolicy;
import io.haetae.rule.CorrelationPolicy.By;
import io.haetae.rule.CorrelationPolicy.Proposes;
import io.haetae.rule.CorrelationPolicy.Rule;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Proposes by the rules in force what to see together. The machine never does it itself. */
@ApplicationScoped
class Correlating {

    /** No rule looks further back; what is older has been looked at. */
    private static final Duration LOOK_BACK = Duration.ofDays(2);

    private final CorrelationStore store;
    private final MonitoredIncidents incidents;
    private final SystemService systems;
    private final DependencyService dependencies;
    private final RuleSets rules;
    private final Clock clock;

    Correlating(
            CorrelationStore store,
            MonitoredIncidents incidents,
            SystemService systems,
            DependencyService dependencies,
            RuleSets rules,
            Clock clock) {
        this.store = store;
        this.incidents = incidents;
        this.systems = systems;
        this.dependencies = dependencies;
        this.rules = rules;
        this.clock = clock;
    }

    /** Looks at incidents that are new since the last look. Says how many. */
    @Transactional
    public int look() {
        Instant now = clock.instant();
        if (!store.tryLock()) {
            return 0;
        }
        List<Standing> open = incidents.standing(now.minus(LOOK_BACK));
        Set<String> fresh = store.notSeen(open.stream().map(Standing::number).toList());
        if (fresh.isEmpty()) {
            return 0;
        }
        rules.correlation().ifPresent(policy -> propose(policy, open, fresh, now));
        store.seen(fresh, now);
        return fresh.size();
    }

    private void propose(CorrelationPolicy policy, List<Standing> open, Set<String> fresh, Instant now) {
        Set<String> codes = new TreeSet<>();
        open.forEach(incident -> codes.addAll(incident.systems()));
        Map<String, String> sites = new HashMap<>();
        for (SystemView system : systems.find(codes)) {
            if (system.site() != null) {
                sites.put(system.code(), system.site());
            }
        }
        Correlator correlator = new Correlator(policy, sites, dependencies.onEach(codes));
        store.propose(policy, correlator.propose(open, fresh), "", null, now);
    }

    /** Alerts that have just joined an incident long after it was detected: perhaps another failure. */
    @Transactional
    public void lookAtLate(Collection<Taken> taken, Map<UUID, KnownSystem> known, Map<UUID, Ongoing> ongoing) {
        Map<UUID, List<Taken>> late = taken.stream()
                .filter(alert -> alert.fresh() && alert.system() != null && alert.incident() != null)
                .collect(Collectors.groupingBy(alert -> Objects.requireNonNull(alert.system())));
        if (late.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        rules.correlation().ifPresent(policy -> {
            for (Rule rule : policy.rules()) {
                if (rule.proposes() == Proposes.SPLIT && rule.by() == By.SYSTEM) {
                    late.forEach((system, alerts) ->
                            split(policy, rule, known.get(system), ongoing.get(system), alerts, now));
                }
            }
        });
    }

    private void split(
            CorrelationPolicy policy,
            Rule rule,
            @Nullable KnownSystem system,
            @Nullable Ongoing there,
            List<Taken> alerts,
            Instant now) {
        if (system == null || there == null) {
            return;
        }
        Instant after = Correlator.lateAfter(rule, there.detectedAt());
        if (alerts.stream().anyMatch(alert -> alert.startsAt().isAfter(after))) {
            store.propose(policy, List.of(split(rule, system, there)), system.code(), after, now);
        }
    }

    private static Proposal split(Rule rule, KnownSystem system, Ongoing there) {
        return new Proposal(
                rule,
                there.number(),
                there.number(),
                Correlator.why(rule, Map.of("system", system.code(), "minutes", rule.withinMinutes())));
    }
}
