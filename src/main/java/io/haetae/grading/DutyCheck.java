package io.haetae.grading;

import io.haetae.grading.DutyView.Said;
import io.haetae.rule.GradeDuties.Duty;
import io.haetae.rule.GradeDuties.Limit;
import io.haetae.rule.GradeDuties.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a duty is met: by what was measured, or by what was said. Without either it is unknown. */
final class DutyCheck {

    private DutyCheck() {}

    static DutyView.Duty view(
            Duty duty, int grade, @Nullable Availability level, @Nullable Said said, LocalDate today) {
        BigDecimal measured = measured(duty.measure(), level);
        return new DutyView.Duty(
                duty.id(),
                duty.name(),
                duty.measure(),
                duty.source(),
                Objects.requireNonNull(duty.at(grade)),
                duty.limit(grade),
                state(duty.measure(), duty.limit(grade), measured, said, today),
                measured,
                said);
    }

    private static @Nullable BigDecimal measured(Measure measure, @Nullable Availability level) {
        if (level == null) {
            return null;
        }
        return switch (measure) {
            case AVAILABILITY -> level.percent();
            case LONGEST_FAILURE ->
                BigDecimal.valueOf(level.longest().plusSeconds(59).toMinutes());
            case DONE_WITHIN, STATED -> null;
        };
    }

    static DutyState state(
            Measure measure,
            @Nullable Limit limit,
            @Nullable BigDecimal measured,
            @Nullable Said said,
            LocalDate today) {
        return switch (measure) {
            case AVAILABILITY ->
                measured == null || limit == null || limit.percent() == null
                        ? DutyState.UNKNOWN
                        : met(measured.compareTo(limit.percent()) >= 0);
            case LONGEST_FAILURE ->
                measured == null || limit == null || limit.minutes() == null
                        ? DutyState.UNKNOWN
                        : met(measured.intValue() <= limit.minutes());
            case DONE_WITHIN ->
                said == null || said.doneOn() == null || limit == null || limit.days() == null
                        ? DutyState.UNKNOWN
                        : met(!said.doneOn().plusDays(limit.days()).isBefore(today));
            case STATED -> said == null || said.met() == null ? DutyState.UNKNOWN : met(said.met());
        };
    }

    private static DutyState met(boolean met) {
        return met ? DutyState.MET : DutyState.NOT_MET;
    }
}
