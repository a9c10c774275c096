package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.YamlPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rebuild of a large-scale system has to answer before which phase.
 *
 * @param largeScale from which budget on it is large-scale
 * @param largeCompanies from which budget on large companies may take part
 * @param items in the order of the file
 */
public record RebuildRules(Header header, Threshold largeScale, Threshold largeCompanies, List<Item> items)
        implements RuleSet {

    public RebuildRules {
        items = List.copyOf(items);
    }

    /** A budget in KRW that is reached or not. */
    public record Threshold(long budgetAtLeast, String source) {}

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

    static RebuildRules read(Header header, YamlPart root) {
        List<Item> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlPart part : root.list("items")) {
            if (!ids.add(part.text("id"))) {
                part.at("id").problem("item " + part.text("id") + " stands twice");
            }
            items.add(new Item(
                    part.text("id"),
                    part.text("before"),
                    part.localized("name"),
                    part.localized("asks"),
                    part.node().path("mandatory").asBoolean(),
                    part.node().path("mayNotApply").asBoolean(),
                    part.node().path("needsBudget").asBoolean(),
                    part.text("source")));
        }
        return new RebuildRules(header, threshold(root.at("largeScale")), threshold(root.at("largeCompanies")), items);
    }

    private static Threshold threshold(YamlPart part) {
        return new Threshold(part.node().path("budgetAtLeast").asLong(), part.text("source"));
    }
}
