package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.YamlPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What follows from a system grade.
 *
 * @param header what it is
 * @param duties in the order of the file
 */
public record DutyRules(Header header, List<Duty> duties) implements RuleSet {

    public DutyRules {
        duties = List.copyOf(duties);
    }

    /**
     * One duty.
     *
     * @param costly whether it bears a cost
     * @param byGrade what it asks of each grade; a grade that is not there has none of it
     */
    public record Duty(String id, LocalizedText name, boolean costly, Map<Integer, LocalizedText> byGrade) {

        public Duty {
            byGrade = Map.copyOf(byGrade);
        }
    }

    static DutyRules read(Header header, YamlPart root) {
        List<Duty> duties = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlPart part : root.list("duties")) {
            if (!ids.add(part.text("id"))) {
                part.at("id").problem("duty " + part.text("id") + " stands twice");
            }
            Map<Integer, LocalizedText> byGrade = new TreeMap<>();
            for (YamlPart grade : part.list("grades")) {
                if (byGrade.put(grade.integer("grade"), grade.localized("value")) != null) {
                    grade.at("grade").problem("grade " + grade.integer("grade") + " stands twice");
                }
            }
            duties.add(new Duty(
                    part.text("id"),
                    part.localized("name"),
                    part.node().path("costly").asBoolean(),
                    byGrade));
        }
        return new DutyRules(header, duties);
    }
}
