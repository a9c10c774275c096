package io.haetae.continuity.relief;

import io.haetae.deadline.WorkingCalendar;
import io.haetae.kernel.Zones;
import io.haetae.rule.DeadlineRules;
import io.haetae.rule.ShippedDeadlineRules;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Computes by the shipped rules and the Korean calendar. */
final class ReliefCases {

    static final DeadlineRules RULES = ShippedDeadlineRules.read();
    static final WorkingCalendar KOREA = WorkingCalendar.korea();

    private ReliefCases() {}

    static Relief of(String rule, Filing filing, List<Outage> outages) {
        return new Reliefs(RULES, KOREA).of(RULES.find(rule).orElseThrow(), filing, outages);
    }

    /** Local time in Seoul, as {@code 2023-11-17T08:46}. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zones.SEOUL).toInstant();
    }

    /** {@code from/until}, several by a blank; one without an end still lasts. */
    static List<Outage> outages(String text) {
        List<Outage> outages = new ArrayList<>();
        for (String one : text.split(" ")) {
            String[] times = one.split("/", -1);
            outages.add(new Outage(at(times[0]), times[1].isEmpty() ? null : at(times[1])));
        }
        return outages;
    }
}
