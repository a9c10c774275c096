package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.engine.RebuildRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rebuild of a large-scale system has to answer, by one version of the rules.
 *
 * @param largeScaleFrom budget in KRW from which on it is large-scale
 * @param largeCompaniesFrom budget in KRW from which on large companies may take part
 * @param items in order
 */
public record RebuildChecklist(
        String ruleSet,
        String version,
        LocalizedText title,
        long largeScaleFrom,
        long largeCompaniesFrom,
        List<Item> items) {

    public RebuildChecklist {
        items = List.copyOf(items);
    }

    /**
     * One item.
     *
     * @param before name of the phase that cannot be entered while it is open
     * @param asks the question
     * @param mandatory whether it holds the phase back
     * @param mayNotApply whether one may answer that it does not apply
     * @param needsBudget whether it is open while the budget is unknown
     */
    public record Item(
            String id,
            String before,
            LocalizedText name,
            LocalizedText asks,
            boolean mandatory,
            boolean mayNotApply,
            boolean needsBudget,
            String source) {}

    /** Whether it is large-scale: marked so in the register, or by its budget; null when that is unknown. */
    public @Nullable Boolean largeScale(boolean marked, @Nullable Long budget) {
        if (marked) {
            return true;
        }
        return budget == null ? null : Boolean.valueOf(budget >= largeScaleFrom);
    }

    /** Whether large companies may take part; null when the budget is unknown. */
    public @Nullable Boolean largeCompanies(@Nullable Long budget) {
        return budget == null ? null : Boolean.valueOf(budget >= largeCompaniesFrom);
    }

    static RebuildChecklist of(RebuildRules rules) {
        return new RebuildChecklist(
                rules.header().ruleSet(),
                rules.header().version(),
                rules.header().title(),
                rules.largeScale().budgetAtLeast(),
                rules.largeCompanies().budgetAtLeast(),
                rules.items().stream()
                        .map(item -> new Item(
                                item.id(),
                                item.before(),
                                item.name(),
                                item.asks(),
                                item.mandatory(),
                                item.mayNotApply(),
                                item.needsBudget(),
                                item.source()))
                        .toList());
    }
}
