package io.haetae.continuity;

import io.haetae.kernel.Form;
import io.haetae.kernel.LocalizedText;
import io.haetae.register.PublicService;
import io.haetae.rule.DeadlineRules;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The page of a system's plan.
 *
 * @param plan the version shown, null while there is none
 * @param versions all of them, the newest first
 * @param services what the register knows of the system's services
 */
record PlanSheet(
        String system,
        LocalizedText name,
        PlanView.Standing standing,
        @Nullable PlanView plan,
        List<PlanView> versions,
        List<PublicService> services,
        List<DeadlineRules.Rule> rules,
        Locale language) {

    /** The rules as choices. */
    public List<Form.Option> ruleChoices() {
        return rules.stream()
                .filter(rule -> !rule.effect().isDecided())
                .map(rule -> new Form.Option(rule.id(), rule.name().in(language)))
                .toList();
    }

    /** The name of a rule, its id when it is no longer among them. */
    public String ruleName(String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .map(rule -> rule.name().in(language))
                .findFirst()
                .orElse(id);
    }

    /** What the plan says of a service, null when it does not cover it. */
    public PlanCommand.@Nullable Service covers(String code) {
        return plan == null ? null : plan.service(code);
    }
}
