package io.haetae.rule.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.YamlPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a system grade.
 *
 * @param header what it is
 * @param formula of the availability, as published; null where none is
 * @param counts which failures count as time lost: STOPPED, DEGRADED, UNKNOWN
 * @param duties in the order of the file
 */
public record DutyRules(Header header, @Nullable LocalizedText formula, Set<String> counts, List<Duty> duties)
        implements RuleSet {

    public DutyRules {
        counts = Set.copyOf(counts);
        duties = List.copyOf(duties);
    }

    /** How a duty is seen to be met. */
    public enum Measure {
        /** By the availability of a month. */
        AVAILABILITY,
        /** By how long the longest failure lasted. */
        LONGEST_FAILURE,
        /** By the day on which it was done last. */
        DONE_WITHIN,
        /** By somebody's word, with evidence. */
        STATED
    }

    /**
     * One duty.
     *
     * @param costly whether it bears a cost
     * @param byGrade what it asks of each grade; a grade that is not there has none of it
     * @param limits the same as figures
     */
    public record Duty(
            String id,
            LocalizedText name,
            boolean costly,
            String source,
            Measure measure,
            Map<Integer, LocalizedText> byGrade,
            Map<Integer, Limit> limits) {

        public Duty {
            byGrade = Map.copyOf(byGrade);
            limits = Map.copyOf(limits);
        }
    }

    /** What is asked as a figure; a measure needs one of them, or none. */
    public record Limit(
            @Nullable BigDecimal percent,
            @Nullable Integer minutes,
            @Nullable Integer days) {}

    static DutyRules read(Header header, YamlPart root) {
        List<Duty> duties = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlPart part : root.list("duties")) {
            if (!ids.add(part.text("id"))) {
                part.at("id").problem("duty " + part.text("id") + " stands twice");
            }
            Map<Integer, LocalizedText> byGrade = new TreeMap<>();
            Map<Integer, Limit> limits = new TreeMap<>();
            Measure measure = Measure.valueOf(part.node().path("measure").asText(Measure.STATED.name()));
            for (YamlPart grade : part.list("grades")) {
                if (byGrade.put(grade.integer("grade"), grade.localized("value")) != null) {
                    grade.at("grade").problem("grade " + grade.integer("grade") + " stands twice");
                }
                limits.put(grade.integer("grade"), limit(grade, measure));
            }
            duties.add(new Duty(
                    part.text("id"),
                    part.localized("name"),
                    part.node().path("costly").asBoolean(),
                    part.text("source"),
                    measure,
                    byGrade,
                    limits));
        }
        Set<String> counts = new HashSet<>();
        root.node().path("counts").forEach(one -> counts.add(one.asText()));
        return new DutyRules(
                header,
                root.node().hasNonNull("formula") ? root.localized("formula") : null,
                counts.isEmpty() ? Set.of("STOPPED", "UNKNOWN") : counts,
                duties);
    }

    private static Limit limit(YamlPart grade, Measure measure) {
        JsonNode node = grade.node();
        String needed =
                switch (measure) {
                    case AVAILABILITY -> "percent";
                    case LONGEST_FAILURE -> "minutes";
                    case DONE_WITHIN -> "days";
                    case STATED -> "grade";
                };
        if (!node.hasNonNull(needed)) {
            grade.problem("a duty seen by " + measure + " needs " + needed);
        }
        return new Limit(
                node.hasNonNull("percent") ? node.get("percent").decimalValue() : null,
                node.hasNonNull("minutes") ? node.get("minutes").asInt() : null,
                node.hasNonNull("days") ? node.get("days").asInt() : null);
    }
}
