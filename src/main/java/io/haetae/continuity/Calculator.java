package io.haetae.continuity;

import io.haetae.continuity.relief.Extension;
import io.haetae.continuity.relief.Filing;
import io.haetae.continuity.relief.Outage;
import io.haetae.continuity.relief.Relief;
import io.haetae.continuity.relief.Reliefs;
import io.haetae.deadline.WorkingCalendar;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.rule.DeadlineRules;
import io.haetae.rule.DeadlineRules.Effect;
import io.haetae.rule.DeadlineRules.Rule;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Answers what would become of a deadline, by the rules in force; keeps nothing. */
@ApplicationScoped
class Calculator {

    private final RuleSets rules;
    private final WorkingCalendar calendar;

    Calculator(RuleSets rules, WorkingCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    DeadlineRules rules() {
        return rules.deadlineRules();
    }

    /** The rule of that id; refuses an unknown one with those there are. */
    Rule rule(String pointer, String id) {
        DeadlineRules active = rules();
        return active.find(id).orElseThrow(() -> Refusal.fields(List.of(Deadlines.unknownRule(pointer, id, active))));
    }

    Relief calculate(Rule rule, Filing filing, List<Outage> outages) {
        Extension extension = filing.extension();
        boolean complete = rule.effect() == Effect.FIXED
                ? extension != null && extension.until() != null
                : extension != null && extension.unit() != null && extension.amount() > 0;
        if (rule.effect().isDecided() && !complete) {
            throw Refusal.fields(List.of(FieldError.of("/extension", "date-or-length")));
        }
        return new Reliefs(rules(), calendar).of(rule, filing, outages);
    }
}
