package io.haetae.incident;

import io.haetae.duty.CallOutPolicies;
import io.haetae.duty.Callee;
import io.haetae.identity.InstitutionService;
import io.haetae.identity.InstitutionView;
import io.haetae.rule.EscalationPolicy;
import io.haetae.rule.ReportingClocks;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Tells the duty room whom the policy in force would call of a failure at an institution. */
@ApplicationScoped
class CalledOfAFailure implements CallOutPolicies {

    private final RuleSets rules;
    private final InstitutionService institutions;

    CalledOfAFailure(RuleSets rules, InstitutionService institutions) {
        this.rules = rules;
        this.institutions = institutions;
    }

    @Override
    public List<PlannedLevel> of(String institution) {
        List<String> authority = authorityAndBelow(institution);
        List<PlannedLevel> levels = new ArrayList<>();
        for (EscalationPolicy policy : rules.escalationPolicies()) {
            for (int grade : policy.failureGrades().isEmpty() ? List.of(1, 2, 3, 4) : policy.failureGrades()) {
                policy.levels()
                        .forEach(level -> levels.add(new PlannedLevel(
                                policy.ruleSet() + "#" + policy.policy(),
                                policy.version(),
                                grade,
                                level.level(),
                                callees(level, institution, authority))));
            }
        }
        levels.removeIf(level -> level.callees().isEmpty());
        return levels;
    }

    /** What holds only of some failures cannot be counted on, and whose systems are linked is known of each only. */
    private List<Callee> callees(EscalationPolicy.Level level, String institution, List<String> authority) {
        return level.tell().stream()
                .filter(told -> told.when() == ReportingClocks.Condition.ALWAYS)
                .filter(told -> !told.function().equals("LINKED_OWNERS"))
                .map(told -> new Callee(told.function(), at(told, institution, authority)))
                .toList();
    }

    private List<String> at(EscalationPolicy.Told told, String institution, List<String> authority) {
        if (Telling.ofAuthority(told.function())) {
            return authority;
        }
        String above = told.at() == EscalationPolicy.At.OWN
                ? institution
                : institutions.find(institution).map(InstitutionView::parent).orElse(institution);
        return List.of(above);
    }

    private List<String> authorityAndBelow(String institution) {
        return institutions
                .find(institution)
                .map(InstitutionView::centralAuthority)
                .map(authority -> List.copyOf(institutions.selfAndBelow(authority)))
                .orElse(List.of(institution));
    }
}
