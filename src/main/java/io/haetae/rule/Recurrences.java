package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.engine.RecurrenceRules;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules for repeated failures, in one version. */
public final class Recurrences {

    private final RecurrenceRules rules;

    Recurrences(RecurrenceRules rules) {
        this.rules = rules;
    }

    /** A failure; its cause is null while nobody has said of what kind it is. */
    public record Failure(
            String number, Instant at, @Nullable String cause, Set<String> systems) {}

    /**
     * A rule that holds.
     *
     * @param system that failed again, or null
     * @param earlier numbers of the failures before it
     * @param says what is found
     * @param recommends title of the recommendation that is proposed
     */
    public record Finding(
            String rule,
            LocalizedText name,
            String source,
            @Nullable String system,
            List<String> earlier,
            LocalizedText says,
            LocalizedText recommends) {}

    public String ruleSet() {
        return rules.header().ruleSet();
    }

    public String version() {
        return rules.header().version();
    }

    /** How far back it looks, in months. */
    public int months() {
        return rules.longest();
    }

    /** Every rule that holds. */
    public List<Finding> find(Failure now, List<Failure> past) {
        return rules.find(engine(now), past.stream().map(Recurrences::engine).toList()).stream()
                .map(found -> new Finding(
                        found.rule().id(),
                        found.rule().name(),
                        found.rule().source(),
                        found.system(),
                        found.earlier(),
                        found.says(),
                        found.recommends()))
                .toList();
    }

    private static RecurrenceRules.Failure engine(Failure one) {
        return new RecurrenceRules.Failure(one.number(), one.at(), one.cause(), one.systems());
    }
}
