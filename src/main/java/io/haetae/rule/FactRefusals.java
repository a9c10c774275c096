package io.haetae.rule;

import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.rule.engine.EscalationRules;
import io.haetae.rule.engine.FactError;
import io.haetae.rule.engine.FactsRefused;
import io.haetae.rule.engine.ReliefRules;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the engine could not read, as field errors of a request: one per fact, with what is allowed. */
final class FactRefusals {

    private FactRefusals() {}

    static Refusal of(FactsRefused refused) {
        return Refusal.fields(refused.errors().stream().map(FactRefusals::field).toList());
    }

    private static FieldError field(FactError error) {
        String code =
                switch (error.problem()) {
                    case MISSING -> "fact-missing";
                    case WRONG_TYPE -> "fact-wrong-type";
                    case NOT_ALLOWED -> "fact-not-allowed";
                    case UNKNOWN -> "fact-unknown";
                };
        return new FieldError(
                "/facts" + error.pointer(), code, Map.of("value", error.value(), "allowed", error.allowed()));
    }

    /** Which of the rules for deadlines is asked. */
    static ReliefRules.Rule rule(Map<String, ?> facts, Map<String, ReliefRules.Rule> rules) {
        Object id = facts.get("rule");
        ReliefRules.Rule rule = id == null ? null : rules.get(id.toString());
        if (rule == null) {
            FactError.Kind problem = id == null ? FactError.Kind.MISSING : FactError.Kind.NOT_ALLOWED;
            String allowed = String.join(", ", new TreeSet<>(rules.keySet()));
            throw Refusal.fields(
                    List.of(field(new FactError("/rule", problem, id == null ? "" : id.toString(), allowed))));
        }
        return rule;
    }

    /** The one fact a schedule asks for. */
    static int failureGrade(Map<String, ?> facts) {
        Object grade = facts.get("failureGrade");
        if (grade instanceof Integer number && number >= 1 && number <= 4) {
            return number;
        }
        FactError.Kind problem = grade == null ? FactError.Kind.MISSING : FactError.Kind.NOT_ALLOWED;
        FactError error =
                new FactError("/failureGrade", problem, grade == null ? "" : String.valueOf(grade), "1, 2, 3, 4");
        throw Refusal.fields(List.of(field(error)));
    }

    /** What chooses an escalation policy. */
    static EscalationRules.Question escalation(int failureGrade, Map<String, ?> facts) {
        Object systemGrade = facts.get("systemGrade");
        Object institution = facts.get("institution");
        Object at = facts.get("at");
        if (systemGrade != null && !(systemGrade instanceof Integer)) {
            throw Refusal.fields(List.of(field(
                    new FactError("/systemGrade", FactError.Kind.NOT_ALLOWED, systemGrade.toString(), "1, 2, 3, 4"))));
        }
        try {
            return new EscalationRules.Question(
                    failureGrade,
                    (Integer) systemGrade,
                    institution == null ? Set.of() : Set.of(institution.toString()),
                    at == null ? LocalTime.NOON : LocalTime.parse(at.toString()));
        } catch (DateTimeParseException e) {
            throw Refusal.fields(List.of(
                    field(new FactError("/at", FactError.Kind.WRONG_TYPE, String.valueOf(at), "00:00 – 23:59"))));
        }
    }
}
