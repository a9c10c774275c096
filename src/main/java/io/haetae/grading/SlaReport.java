package io.haetae.grading;

import io.haetae.kernel.LocalizedText;
import io.haetae.register.ServiceSpan;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The service level of an institution's systems over a month.
 *
 * @param complete whether the month is over
 * @param formula as it was published
 * @param met how many systems with a target met it
 * @param missed how many did not
 */
public record SlaReport(
        String institution,
        String month,
        boolean complete,
        @Nullable String ruleSet,
        @Nullable String version,
        @Nullable LocalizedText formula,
        long met,
        long missed,
        List<Line> systems) {

    public SlaReport {
        systems = List.copyOf(systems);
    }

    /**
     * One system.
     *
     * @param operatingMinutes of the month, planned work left out
     * @param downMinutes lost to failures
     * @param longestMinutes of the longest failure
     * @param availability in percent, not rounded up
     * @param target asked of its grade, null where nothing is
     * @param inUse when it was in use for a part of the month only, from when until when; null when for all of it
     */
    public record Line(
            String code,
            LocalizedText name,
            @Nullable Integer systemGrade,
            long operatingMinutes,
            long downMinutes,
            int failures,
            long longestMinutes,
            @Nullable BigDecimal availability,
            @Nullable BigDecimal target,
            DutyState state,
            @Nullable ServiceSpan inUse) {}
}
