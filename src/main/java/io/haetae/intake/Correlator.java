package io.haetae.intake;

import io.haetae.incident.MonitoredIncidents.Standing;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.register.DependencyCommand;
import io.haetae.rule.CorrelationPolicy;
import io.haetae.rule.CorrelationPolicy.Proposes;
import io.haetae.rule.CorrelationPolicy.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which open incidents belong together. Pure: the same incidents and rules give the same proposals.
 *
 * @param sites of systems, by code; systems without one are left out
 * @param dependencies what each system depends on itself, by code
 */
record Correlator(
        CorrelationPolicy policy, Map<String, String> sites, Map<String, Set<DependencyCommand>> dependencies) {

    private static final Comparator<Standing> OLDEST_FIRST =
            Comparator.comparing(Standing::detectedAt).thenComparing(Standing::number);

    /**
     * What a person is asked.
     *
     * @param target the cause, or the oldest of those to be seen as one
     * @param incident the other
     */
    record Proposal(Rule rule, String target, String incident, LocalizedText why) {}

    /** What is to be asked because of the fresh ones among the open incidents. */
    List<Proposal> propose(List<Standing> open, Set<String> fresh) {
        List<Standing> oldestFirst = open.stream().sorted(OLDEST_FIRST).toList();
        List<Proposal> proposals = new ArrayList<>();
        Set<String> joined = new HashSet<>();
        for (Rule rule : policy.rules()) {
            List<Proposal> said =
                    switch (rule.by()) {
                        case DEPENDENCY -> byDependency(rule, oldestFirst, fresh);
                        case SYSTEM ->
                            rule.proposes() == Proposes.JOIN ? bySystem(rule, oldestFirst, fresh) : List.of();
                        case SITE -> bySite(rule, oldestFirst, fresh);
                        case TIME -> crowds(rule, oldestFirst, fresh, "");
                    };
            for (Proposal one : said) {
                if (rule.proposes() != Proposes.JOIN || joined.add(one.incident())) {
                    proposals.add(one);
                }
            }
        }
        return proposals;
    }

    /** One hop: the cause is the incident of the very system that is depended on. */
    private List<Proposal> byDependency(Rule rule, List<Standing> open, Set<String> fresh) {
        Map<String, List<Standing>> bySystem = bySystem(open);
        List<Proposal> proposals = new ArrayList<>();
        for (Standing effect : open) {
            Set<String> causes = new HashSet<>();
            for (String system : effect.systems()) {
                for (DependencyCommand edge : dependencies.getOrDefault(system, Set.of())) {
                    for (Standing cause : bySystem.getOrDefault(edge.on(), List.of())) {
                        boolean asked = fresh.contains(effect.number()) || fresh.contains(cause.number());
                        if (asked
                                && rule.types().contains(edge.type().name())
                                && !cause.number().equals(effect.number())
                                && near(rule, cause, effect)
                                && causes.add(cause.number())) {
                            proposals.add(new Proposal(
                                    rule,
                                    cause.number(),
                                    effect.number(),
                                    why(
                                            rule,
                                            Map.of(
                                                    "system", system,
                                                    "on", edge.on(),
                                                    "type", edge.type().name(),
                                                    "cause", cause.number()))));
                        }
                    }
                }
            }
        }
        return proposals;
    }

    private static List<Proposal> bySystem(Rule rule, List<Standing> open, Set<String> fresh) {
        List<Proposal> proposals = new ArrayList<>();
        bySystem(open).forEach((system, sharing) -> {
            Standing oldest = sharing.get(0);
            for (Standing other : sharing.subList(1, sharing.size())) {
                boolean asked = fresh.contains(other.number()) || fresh.contains(oldest.number());
                if (asked && near(rule, oldest, other)) {
                    proposals.add(
                            new Proposal(rule, oldest.number(), other.number(), why(rule, Map.of("system", system))));
                }
            }
        });
        return proposals;
    }

    private List<Proposal> bySite(Rule rule, List<Standing> open, Set<String> fresh) {
        Map<String, List<Standing>> bySite = new TreeMap<>();
        for (Standing incident : open) {
            incident.systems().stream()
                    .map(sites::get)
                    .filter(site -> site != null)
                    .distinct()
                    .forEach(site -> bySite.computeIfAbsent(site, none -> new ArrayList<>())
                            .add(incident));
        }
        List<Proposal> proposals = new ArrayList<>();
        bySite.forEach((site, there) -> proposals.addAll(crowds(rule, there, fresh, site)));
        return proposals;
    }

    /** Runs of incidents that begin within the window of the first; each run that is large enough is one crowd. */
    private static List<Proposal> crowds(Rule rule, List<Standing> oldestFirst, Set<String> fresh, String site) {
        List<Proposal> proposals = new ArrayList<>();
        int from = 0;
        while (from < oldestFirst.size()) {
            Standing first = oldestFirst.get(from);
            int to = from + 1;
            while (to < oldestFirst.size() && near(rule, first, oldestFirst.get(to))) {
                to++;
            }
            List<Standing> crowd = oldestFirst.subList(from, to);
            if (crowd.size() >= rule.atLeast() && crowd.stream().anyMatch(one -> fresh.contains(one.number()))) {
                LocalizedText why =
                        why(rule, Map.of("site", site, "count", crowd.size(), "minutes", rule.withinMinutes()));
                crowd.subList(1, crowd.size())
                        .forEach(other -> proposals.add(new Proposal(rule, first.number(), other.number(), why)));
            }
            from = to;
        }
        return proposals;
    }

    private static Map<String, List<Standing>> bySystem(List<Standing> oldestFirst) {
        Map<String, List<Standing>> bySystem = new TreeMap<>();
        for (Standing incident : oldestFirst) {
            incident.systems().forEach(system -> bySystem.computeIfAbsent(system, none -> new ArrayList<>())
                    .add(incident));
        }
        return bySystem;
    }

    private static boolean near(Rule rule, Standing one, Standing other) {
        Duration apart = Duration.between(one.detectedAt(), other.detectedAt()).abs();
        return apart.compareTo(Duration.ofMinutes(rule.withinMinutes())) <= 0;
    }

    static LocalizedText why(Rule rule, Map<String, ?> facts) {
        Map<String, Object> shown = new HashMap<>(facts);
        return new LocalizedText(
                Texts.fill(rule.why().ko(), shown), Texts.fill(rule.why().en(), shown));
    }

    /** An alarm that began after this is so late that it may be another failure. */
    static Instant lateAfter(Rule rule, Instant detectedAt) {
        return detectedAt.plus(Duration.ofMinutes(rule.withinMinutes()));
    }
}
