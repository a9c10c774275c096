package io.haetae.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.haetae.incident.MonitoredIncidents.Standing;
import io.haetae.intake.Correlator.Proposal;
import io.haetae.kernel.LocalizedText;
import io.haetae.register.DependencyCommand;
import io.haetae.register.SystemTraits.DependencyType;
import io.haetae.rule.CorrelationPolicy;
import io.haetae.rule.CorrelationPolicy.By;
import io.haetae.rule.CorrelationPolicy.Proposes;
import io.haetae.rule.CorrelationPolicy.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which incidents a machine proposes to see together. */
class CorrelatorTest {

    private static final Instant START = Instant.parse("2025-09-26T11:15:00Z");

    private static Standing incident(int n, int minute, String... systems) {
        return new Standing("INC-" + n, START.plusSeconds(60L * minute), Set.of(systems));
    }

    private static Rule rule(By by, Proposes proposes, int within, int atLeast) {
        LocalizedText why = new LocalizedText("{system}{on}{site}{count}", "{system} {on} {site} {count}");
        return new Rule(by.name(), by, proposes, within, atLeast, Set.of("AUTHENTICATION", "DATA"), why);
    }

    private static List<Proposal> propose(Rule rule, List<Standing> open, String... fresh) {
        return propose(List.of(rule), Map.of(), Map.of(), open, fresh);
    }

    private static List<Proposal> propose(
            List<Rule> rules,
            Map<String, String> sites,
            Map<String, Set<DependencyCommand>> dependencies,
            List<Standing> open,
            String... fresh) {
        return new Correlator(new CorrelationPolicy("correlation/test", "1", rules), sites, dependencies)
                .propose(open, Set.of(fresh));
    }

    @Test
    void the_incident_of_what_a_system_depends_on_is_its_cause_one_hop_away_and_no_further() {
        Map<String, Set<DependencyCommand>> on = Map.of(
                "SAEOL", Set.of(new DependencyCommand("GPKI", DependencyType.AUTHENTICATION)),
                "PORTAL", Set.of(new DependencyCommand("SAEOL", DependencyType.DATA)),
                "WEB", Set.of(new DependencyCommand("GPKI", DependencyType.NETWORK)));
        List<Standing> open = List.of(
                incident(1, 0, "GPKI"), incident(2, 5, "SAEOL"), incident(3, 6, "PORTAL"), incident(4, 6, "WEB"));

        List<Proposal> said = propose(
                List.of(rule(By.DEPENDENCY, Proposes.CAUSE, 60, 2)), Map.of(), on, open, "INC-1", "INC-2", "INC-3");

        assertThat(said)
                .extracting(
                        Proposal::target, Proposal::incident, one -> one.why().en())
                .containsExactly(
                        tuple("INC-1", "INC-2", "SAEOL GPKI {site} {count}"),
                        tuple("INC-2", "INC-3", "PORTAL SAEOL {site} {count}"));
    }

    @Test
    void the_cause_is_found_whichever_of_the_two_comes_later() {
        Map<String, Set<DependencyCommand>> on =
                Map.of("SAEOL", Set.of(new DependencyCommand("GPKI", DependencyType.AUTHENTICATION)));
        List<Standing> open = List.of(incident(1, 9, "GPKI"), incident(2, 0, "SAEOL"));
        Rule rule = rule(By.DEPENDENCY, Proposes.CAUSE, 10, 2);

        assertThat(propose(List.of(rule), Map.of(), on, open, "INC-1")).hasSize(1);
        assertThat(propose(List.of(rule), Map.of(), on, open, "INC-2")).hasSize(1);
        assertThat(propose(List.of(rule), Map.of(), on, open)).isEmpty();
        assertThat(propose(List.of(rule(By.DEPENDENCY, Proposes.CAUSE, 8, 2)), Map.of(), on, open, "INC-1"))
                .as("beyond the window")
                .isEmpty();
    }

    @Test
    void incidents_of_one_system_join_the_oldest() {
        List<Standing> open = List.of(incident(3, 30, "A"), incident(1, 0, "A", "B"), incident(2, 90, "A"));

        assertThat(propose(rule(By.SYSTEM, Proposes.JOIN, 60, 2), open, "INC-2", "INC-3"))
                .extracting(Proposal::target, Proposal::incident)
                .containsExactly(tuple("INC-1", "INC-3"));
    }

    @Test
    void a_crowd_at_a_site_counts_from_its_first_and_needs_enough() {
        Map<String, String> sites = Map.of("A", "S", "B", "S", "C", "S", "D", "T");
        List<Standing> open =
                List.of(incident(1, 0, "A"), incident(2, 14, "B"), incident(3, 15, "C"), incident(4, 3, "D"));
        Rule three = rule(By.SITE, Proposes.JOIN, 15, 3);
        Rule four = rule(By.SITE, Proposes.JOIN, 15, 4);

        assertThat(propose(List.of(three), sites, Map.of(), open, "INC-3"))
                .extracting(
                        Proposal::target, Proposal::incident, one -> one.why().en())
                .containsExactly(
                        tuple("INC-1", "INC-2", "{system} {on} S 3"), tuple("INC-1", "INC-3", "{system} {on} S 3"));
        assertThat(propose(List.of(four), sites, Map.of(), open, "INC-3")).isEmpty();
    }

    @Test
    void what_one_rule_proposes_to_join_no_later_rule_proposes_again() {
        Map<String, String> sites = Map.of("A", "S", "B", "S");
        List<Standing> open = List.of(incident(1, 0, "A"), incident(2, 1, "B"), incident(3, 1, "C"));

        assertThat(propose(
                        List.of(rule(By.SITE, Proposes.JOIN, 15, 2), rule(By.TIME, Proposes.JOIN, 2, 2)),
                        sites,
                        Map.of(),
                        open,
                        "INC-1"))
                .extracting(one -> one.rule().id(), Proposal::incident)
                .containsExactly(tuple("SITE", "INC-2"), tuple("TIME", "INC-3"));
    }

    @Test
    void seven_hundred_and_nine_at_one_site_are_one_crowd() {
        List<Standing> open = new ArrayList<>();
        Map<String, String> sites = new HashMap<>();
        for (int i = 0; i < 709; i++) {
            open.add(new Standing("INC-%04d".formatted(i), START, Set.of("S" + i)));
            sites.put("S" + i, "NIRS-DAEJEON");
        }
        assertThat(propose(List.of(rule(By.SITE, Proposes.JOIN, 15, 3)), sites, Map.of(), open, "INC-0000"))
                .hasSize(708)
                .extracting(Proposal::target)
                .containsOnly("INC-0000");
    }
}
