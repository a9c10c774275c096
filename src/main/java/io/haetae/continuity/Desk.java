package io.haetae.continuity;

import io.haetae.continuity.relief.Relief;
import io.haetae.kernel.Form;
import io.haetae.rule.DeadlineRules;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the desk of who works with an activation: the forms, each as it was posted or filled in beforehand.
 *
 * @param service the service that receipts are taken for now
 * @param taken the number just taken, null when none was
 * @param section whose form was refused, empty when none was
 * @param rules the rules to calculate by
 * @param answer of the calculator, null before it is asked
 */
record Desk(
        ActivationView.@Nullable Service service,
        @Nullable String taken,
        String section,
        Form receipt,
        Form posted,
        Form calculator,
        List<DeadlineRules.Rule> rules,
        @Nullable Relief answer,
        Locale language) {

    /** The form of a section: as it was refused, else blank. */
    public Form form(String name) {
        return section.equals(name) ? posted : Form.blank();
    }

    /** The rules as choices. */
    public List<Form.Option> ruleChoices() {
        return rules.stream()
                .map(rule -> new Form.Option(rule.id(), rule.name().in(language)))
                .toList();
    }
}
