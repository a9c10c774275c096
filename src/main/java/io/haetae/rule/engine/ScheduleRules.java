package io.haetae.rule.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.haetae.kernel.YamlFile;
import io.haetae.kernel.YamlPart;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rules that compute nothing: per grade who is told and until when. The schema of the kind says what an entry holds.
 *
 * @param header what it is
 * @param grades the entry of each grade, every clock with what its kind says
 */
public record ScheduleRules(Header header, Map<Integer, JsonNode> grades) implements RuleSet {

    public ScheduleRules {
        grades = Map.copyOf(grades);
    }

    static ScheduleRules read(Header header, YamlPart root) {
        Map<Integer, JsonNode> grades = new TreeMap<>();
        for (YamlPart entry : root.list("grades")) {
            int grade = entry.integer("grade");
            if (grades.containsKey(grade)) {
                entry.problem("grade " + grade + " stands twice");
            }
            checkLevels(entry.at("callOut"));
            ObjectNode complete = entry.node().deepCopy();
            complete.set("clocks", clocks(entry, root.at("kinds")));
            grades.put(grade, complete);
        }
        return new ScheduleRules(header, grades);
    }

    private static ArrayNode clocks(YamlPart entry, YamlPart kinds) {
        ArrayNode clocks = YamlFile.YAML.createArrayNode();
        for (YamlPart clock : entry.list("clocks")) {
            JsonNode kind = kinds.node().path(clock.text("kind"));
            if (kind instanceof ObjectNode known) {
                clocks.add(known.deepCopy().setAll((ObjectNode) clock.node()));
            } else {
                clock.at("kind").problem("no kind of clock is called " + clock.text("kind"));
            }
        }
        return clocks;
    }

    private static void checkLevels(YamlPart callOut) {
        int level = 0;
        int after = -1;
        for (YamlPart next : callOut.list("levels")) {
            if (next.integer("level") != level + 1 || next.integer("afterMinutes") <= after) {
                next.problem("levels must count up from 1, each told later than the one before");
            }
            level = next.integer("level");
            after = next.integer("afterMinutes");
        }
    }
}
