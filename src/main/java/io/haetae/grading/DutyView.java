package io.haetae.grading;

import io.haetae.kernel.LocalizedText;
import io.haetae.register.ServiceSpan;
import io.haetae.rule.GradeDuties.Limit;
import io.haetae.rule.GradeDuties.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The duties of a system, and whether they are met.
 *
 * @param systemGrade the confirmed grade, null while there is none: then there are no duties yet
 * @param ruleSet whose duties they are; null when no rules are in force
 * @param month over which it was measured, such as {@code 2026-10}
 * @param availability in percent over that month, as far as it has gone
 * @param inUse when the system was in use for a part of the month only, from when until when; null when for all or none
 * @param formula of the availability, as published
 */
public record DutyView(
        String system,
        @Nullable Integer systemGrade,
        @Nullable String ruleSet,
        @Nullable String version,
        String month,
        @Nullable BigDecimal availability,
        @Nullable ServiceSpan inUse,
        @Nullable LocalizedText formula,
        List<Duty> duties,
        boolean mayState) {

    public DutyView {
        duties = List.copyOf(duties);
    }

    /**
     * One duty.
     *
     * @param asked what it asks of the grade, in words
     * @param limit the same as a figure
     * @param measured what was measured: percent, or minutes
     * @param said what somebody has said of it last
     */
    public record Duty(
            String id,
            LocalizedText name,
            Measure measure,
            String source,
            LocalizedText asked,
            @Nullable Limit limit,
            DutyState state,
            @Nullable BigDecimal measured,
            @Nullable Said said) {

        /** Identity of the field for its evidence on the page. */
        public String evidenceId() {
            return "evidence-" + id;
        }

        /** Whether a person says it, because nothing measures it. */
        public boolean bySomebody() {
            return measure == Measure.STATED || measure == Measure.DONE_WITHIN;
        }
    }

    /** What somebody has said of a duty. */
    public record Said(@Nullable Boolean met, @Nullable LocalDate doneOn, String evidence, String by, Instant at) {}
}
