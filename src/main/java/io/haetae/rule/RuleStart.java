package io.haetae.rule;

import io.haetae.kernel.Readiness;
import io.haetae.kernel.YamlProblem;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Loads the rules when the service starts and keeps saying what it refused. */
@ApplicationScoped
class RuleStart implements Readiness {

    private static final Logger LOG = Logger.getLogger(RuleStart.class);
    private static final List<String> NEEDED = List.of(
            "crisis-stage", "deadline", "escalation-policy", "failure-grade", "reporting-clock", "system-grade");

    private final RuleLoadService loading;
    private final ActiveRules rules;
    private volatile List<YamlProblem> problems = List.of();

    RuleStart(RuleLoadService loading, ActiveRules rules) {
        this.loading = loading;
        this.rules = rules;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent event) {
        problems = List.copyOf(loading.load());
        problems.forEach(problem -> LOG.errorf("rule file refused, what is in force stays: %s", problem));
        compileActive();
    }

    /** Compiling takes a second on a cold machine: better now than while the first failure waits for its grade. */
    private void compileActive() {
        for (String kind : NEEDED) {
            boolean ready = rules.ofKind(kind).flatMap(rules::compiled).isPresent();
            LOG.debugf("%s rules in force: %s", kind, ready);
        }
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        NEEDED.stream()
                .filter(kind -> rules.ofKind(kind).isEmpty())
                .forEach(kind -> findings.add(new Finding(true, "No " + kind + " rules are in force.")));
        problems.forEach(problem -> findings.add(new Finding(false, "Rule file refused: " + problem)));
        Stream.of("crisis-stage", "escalation-policy", "failure-grade", "reporting-clock")
                .filter(kind -> rules.ofKind(kind)
                        .filter(ref -> ref.name().equals("product-default"))
                        .isPresent())
                .forEach(kind -> findings.add(new Finding(
                        false, "The " + kind + " rules in force are a product default, not a ministry's.")));
        return findings;
    }
}
