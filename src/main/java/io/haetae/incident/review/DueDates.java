package io.haetae.incident.review;

import io.haetae.deadline.Length;
import io.haetae.deadline.Term;
import io.haetae.deadline.WorkingCalendar;
import io.haetae.rule.ReportingClocks;
import io.haetae.rule.RuleRef;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Until when a review is due: the decree's month, and the draft's working days as the rule set in force says. */
@ApplicationScoped
class DueDates {

    /** 시행령 제70조의5 ④: one month from the day of recovery. */
    static final Length DECREE = Length.months(1);

    private static final String DRAFT = "REVIEW_DRAFT";

    private final RuleSets rules;
    private final WorkingCalendar calendar;

    DueDates(RuleSets rules, WorkingCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /**
     * The dates of one review.
     *
     * @param draft null where the rule set asks for no draft
     * @param ruleSet that gave the draft's length
     */
    record Dates(
            @Nullable Term draft,
            Term whole,
            @Nullable String ruleSet,
            @Nullable String ruleVersion) {}

    /** The dates for a recovery. A rule set that is missing or broken costs the draft's date, never the decree's. */
    Dates of(Instant recoveredAt, @Nullable Integer failureGrade) {
        Term whole = Term.starting(recoveredAt, DECREE, calendar);
        Optional<RuleRef> active = rules.active(RuleSets.REPORTING_CLOCK);
        if (failureGrade == null || active.isEmpty()) {
            return new Dates(null, whole, null, null);
        }
        ReportingClocks clocks = rules.reportingClocks(active.get(), failureGrade);
        Term draft = clocks.clocks().stream()
                .filter(clock -> clock.kind().equals(DRAFT) && clock.from() == ReportingClocks.From.RECOVERY)
                .findFirst()
                .flatMap(DueDates::length)
                .map(length -> Term.starting(recoveredAt, length, calendar))
                .orElse(null);
        return new Dates(draft, whole, clocks.ruleSet(), clocks.version());
    }

    private static Optional<Length> length(ReportingClocks.Clock clock) {
        return switch (clock.unit()) {
            case MINUTES -> Optional.of(Length.minutes(clock.amount()));
            case WORKING_DAYS -> Optional.of(Length.workingDays(clock.amount()));
            case MONTHS -> Optional.of(Length.months(clock.amount()));
            case NEXT_WORKING_DAY -> Optional.of(Length.workingDays(1));
            case NEXT_MONTH -> Optional.empty();
        };
    }
}
