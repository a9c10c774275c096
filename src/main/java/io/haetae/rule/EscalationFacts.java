package io.haetae.rule;

import io.haetae.kernel.Zones;
import io.haetae.rule.engine.EscalationRules;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an escalation policy is chosen by.
 *
 * @param failureGrade 장애등급
 * @param systemGrade the worst 정보시스템 등급 concerned, or null when none is confirmed
 * @param institutions codes of the institutions concerned, with those above them
 * @param at when the call-out starts
 */
public record EscalationFacts(int failureGrade, @Nullable Integer systemGrade, Set<String> institutions, Instant at) {

    public EscalationFacts {
        institutions = Set.copyOf(institutions);
    }

    EscalationRules.Question question() {
        return new EscalationRules.Question(
                failureGrade, systemGrade, institutions, LocalTime.ofInstant(at, Zones.SEOUL));
    }
}
