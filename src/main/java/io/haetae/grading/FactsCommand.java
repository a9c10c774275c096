package io.haetae.grading;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the owner answers about a system.
 *
 * @param ruleSet {@code kind/name}, such as {@code system-grade/mois-2024}; may be left out where one was chosen before
 * @param facts by criterion; {@code affectedSystems} may be left out and is then counted from the dependencies
 * @param evidence where a fact is from (근거 자료), by criterion; may be left out
 */
public record FactsCommand(
        @Nullable @Size(max = 100) String ruleSet,
        @NotNull @Size(max = 50) Map<@Size(max = 100) String, @Nullable Object> facts,
        @Size(max = 50) Map<@Size(max = 100) String, @Size(max = 1000) String> evidence) {

    public FactsCommand {
        facts = facts == null ? null : withoutBlanks(facts);
        evidence = withoutBlanks(Objects.requireNonNullElse(evidence, Map.of()));
    }

    /** A fact that is null or empty was left out. */
    private static <T> Map<String, T> withoutBlanks(Map<String, T> given) {
        Map<String, T> kept = new LinkedHashMap<>(given);
        kept.values().removeIf(value -> value == null || value.toString().isBlank());
        return Collections.unmodifiableMap(kept);
    }
}
