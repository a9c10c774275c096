package io.haetae.continuity;

import io.haetae.continuity.relief.Outage;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.haetae.rule.DeadlineRules.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what people see of an activation. */
@ApplicationScoped
class ActivationViews {

    private final ActivationRows rows;
    private final Situations situations;
    private final Substitutes substitutes;
    private final SystemService systems;
    private final Texts texts;

    ActivationViews(
            ActivationRows rows, Situations situations, Substitutes substitutes, SystemService systems, Texts texts) {
        this.rows = rows;
        this.situations = situations;
        this.substitutes = substitutes;
        this.systems = systems;
        this.texts = texts;
    }

    ActivationView view(Activation activation) {
        SystemView system = systems.find(activation.code()).orElseThrow();
        Deadlines deadlines = situations.of(activation);
        PlanView plan = deadlines.plan();
        List<Outage> outages = deadlines.outages();
        return new ActivationView(
                activation.id(),
                system.code(),
                system.name(),
                activation.incident(),
                activation.exercise(),
                activation.isOpen() ? ActivationView.State.OPEN : ActivationView.State.CLOSED,
                activation.planVersion(),
                plan == null ? null : plan.guidance(),
                plan == null ? List.of() : plan.offices(),
                services(system, deadlines, substitutes.ground(system, activation.exercise())),
                outages,
                deadlines.recoveredAt(),
                deadlines.extensions(),
                rows.counts(List.of(activation.id())).getOrDefault(activation.id(), ReceiptCounts.NONE),
                activation.ruleSet(),
                activation.ruleVersion(),
                activation.openedAt(),
                activation.openedBy(),
                activation.closedAt(),
                activation.closedBy(),
                activation.signOffReason());
    }

    private List<ActivationView.Service> services(SystemView system, Deadlines deadlines, Substitutes.Ground ground) {
        return system.services().stream()
                .map(service -> {
                    Rule rule = deadlines.ruleOf(service.code(), null);
                    return new ActivationView.Service(
                            service.code(),
                            service.name(),
                            service.deadlines(),
                            rule,
                            says(rule, deadlines, service.code()),
                            fields(deadlines.plan(), service.code()),
                            ground.of(service));
                })
                .toList();
    }

    static List<PlanCommand.Field> fields(@Nullable PlanView plan, String service) {
        PlanCommand.Service planned = plan == null ? null : plan.service(service);
        return planned == null ? PlanCommand.USUAL_FIELDS : planned.fields();
    }

    /** The words of a rule for the public, with what an agency decided filled in. */
    private LocalizedText says(Rule rule, Deadlines deadlines, String service) {
        ActivationView.Decided decided = deadlines.decision(service, rule.id());
        if (decided == null) {
            return rule.says();
        }
        return new LocalizedText(
                Texts.fill(rule.says().ko(), decision(decided, Locale.KOREAN)),
                Texts.fill(rule.says().en(), decision(decided, Locale.ENGLISH)));
    }

    private Map<String, String> decision(ActivationView.Decided decided, Locale locale) {
        if (decided.until() != null) {
            return Map.of("until", decided.until().toString());
        }
        String length = texts.text(
                locale, "continuity.length." + decided.unit(), Map.of("amount", String.valueOf(decided.amount())));
        return Map.of("length", length);
    }
}
