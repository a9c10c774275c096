package io.haetae.continuity.relief;

import io.haetae.continuity.relief.Relief.Outcome;
import io.haetae.deadline.WorkingCalendar;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Zones;
import io.haetae.rule.DeadlineRules;
import io.haetae.rule.DeadlineRules.Rule;
import io.haetae.rule.DeadlineRules.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes what becomes of deadlines by one version of the rules. A longer outage never gives an earlier deadline, no
 * deadline is ever earlier than the original, and outages that overlap count once.
 */
public final class Reliefs {

    private final DeadlineRules rules;
    private final WorkingCalendar calendar;

    /** By one version of the rules and one calendar. */
    public Reliefs(DeadlineRules rules, WorkingCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /** What becomes of a deadline by a rule, given every outage of the system. */
    public Relief of(Rule rule, Filing filing, Collection<Outage> outages) {
        List<Outage> merged = Outage.merged(outages);
        if (rule.effect().isDecided() && filing.extension() == null) {
            throw new IllegalArgumentException(rule.id() + " needs the decision that it carries out");
        }
        return switch (rule.effect()) {
            case STANDS_STILL -> standsStill(rule, filing, merged);
            case AFTER_RECOVERY, DECIDED_AFTER_RECOVERY -> afterRecovery(rule, filing, merged);
            case FIXED -> fixed(rule, filing, merged);
            case NOT_COUNTED -> notCounted(rule, filing, merged);
        };
    }

    private Relief standsStill(Rule rule, Filing filing, List<Outage> outages) {
        Set<LocalDate> still = new HashSet<>();
        Due due = filing.deadline();
        Refusals refusals = new Refusals();
        for (Outage outage : outages) {
            if (refusals.applies(rule, facts(due, filing, outage))) {
                if (outage.until() == null) {
                    return awaiting(filing);
                }
                outage.days().forEach(still::add);
                due = filing.deadline().movedTo(lastDay(rule, filing, still));
            }
        }
        return outcome(due, filing, refusals);
    }

    /** Counts the days lost before the deadline again after it, on days that the failure did not touch. */
    private LocalDate lastDay(Rule rule, Filing filing, Set<LocalDate> still) {
        LocalDate last = filing.deadline().day();
        LocalDate begun = filing.periodFrom();
        long lost = still.stream()
                .filter(day -> !day.isAfter(last) && (begun == null || day.isAfter(begun)))
                .count();
        if (lost == 0) {
            return last;
        }
        LocalDate day = last;
        for (long left = lost; left > 0; ) {
            day = day.plusDays(1);
            if (!still.contains(day)) {
                left--;
            }
        }
        while (still.contains(day) || (rule.moves() && isClosed(rule, day))) {
            day = day.plusDays(1);
        }
        return day;
    }

    private Relief afterRecovery(Rule rule, Filing filing, List<Outage> outages) {
        Due due = filing.deadline();
        Refusals refusals = new Refusals();
        for (Outage outage : outages) {
            if (refusals.applies(rule, facts(rule.again() ? due : filing.deadline(), filing, outage))) {
                if (outage.until() == null) {
                    return awaiting(filing);
                }
                due = due.orLater(after(rule, filing, outage.until()));
            }
        }
        return outcome(due, filing, refusals);
    }

    private Due after(Rule rule, Filing filing, Instant recovery) {
        Extension decided = rule.effect().isDecided() ? filing.extension() : null;
        int amount = decided == null ? rule.amount() : decided.amount();
        Unit unit = Objects.requireNonNull(decided == null ? rule.unit() : decided.unit());
        LocalDate day = LocalDate.ofInstant(recovery, Zones.SEOUL);
        return switch (unit) {
            case HOURS -> Due.until(recovery.plus(Duration.ofHours(amount)));
            case DAYS -> Due.on(open(rule, day.plusDays(amount)));
            case WORKING_DAYS -> Due.on(open(rule, calendar.plusWorkingDays(day, amount)));
        };
    }

    private Relief fixed(Rule rule, Filing filing, List<Outage> outages) {
        Refusals refusals = new Refusals();
        boolean applies =
                outages.stream().anyMatch(outage -> refusals.applies(rule, facts(filing.deadline(), filing, outage)));
        Due until = Objects.requireNonNull(
                Objects.requireNonNull(filing.extension()).until());
        return outcome(applies ? filing.deadline().orLater(until) : filing.deadline(), filing, refusals);
    }

    private Relief notCounted(Rule rule, Filing filing, List<Outage> outages) {
        Refusals refusals = new Refusals();
        for (Outage outage : outages) {
            if (refusals.applies(rule, facts(filing.deadline(), filing, outage))) {
                return outage.until() == null
                        ? awaiting(filing)
                        : new Relief(Outcome.NOT_COUNTED, filing.deadline(), outage.until(), null);
            }
        }
        return refusals.notAffected(filing);
    }

    private LocalDate open(Rule rule, LocalDate day) {
        LocalDate open = day;
        while (rule.moves() && isClosed(rule, open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    private boolean isClosed(Rule rule, LocalDate day) {
        return !calendar.isWorkingDay(day) || rule.alsoClosed().contains(MonthDay.from(day));
    }

    private static Relief outcome(Due due, Filing filing, Refusals refusals) {
        return due.equals(filing.deadline())
                ? refusals.notAffected(filing)
                : new Relief(Outcome.MOVED, due, null, null);
    }

    private static Relief awaiting(Filing filing) {
        return new Relief(Outcome.AWAITING_RECOVERY, filing.deadline(), null, null);
    }

    /** What a condition may ask of a deadline and one failure; the names stand in the rule file. */
    private static Map<String, Object> facts(Due due, Filing filing, Outage outage) {
        Instant end = due.endsAt();
        Instant sent = filing.sentAt();
        Extension extension = filing.extension();
        return Map.of(
                "periodHadBegun",
                begunBy(filing.periodFrom(), outage.until()),
                "outageBeganBeforeDeadline",
                outage.from().isBefore(end),
                "outageOnLastDay",
                outage.touches(due.day()),
                "outageAtDeadline",
                outage.from().isBefore(end) && outage.reaches(end),
                "hoursAfterRecovery",
                hoursAfter(outage.until(), end),
                "sent",
                sent != null,
                "sentInTime",
                sent != null && sent.isBefore(end),
                "sentDuringOutage",
                sent != null && outage.holds(sent),
                "alsoWithinHours",
                extension == null ? 0 : extension.alsoWithinHours());
    }

    private static boolean begunBy(@Nullable LocalDate periodFrom, @Nullable Instant recovery) {
        return periodFrom == null
                || recovery == null
                || LocalDate.ofInstant(recovery, Zones.SEOUL).isAfter(periodFrom);
    }

    private static long hoursAfter(@Nullable Instant recovery, Instant end) {
        if (recovery == null || !end.isAfter(recovery)) {
            return 0;
        }
        return Duration.between(recovery, end).plusHours(1).minusNanos(1).toHours();
    }

    /** Asks a rule of one failure after the other and keeps the last reason why not. */
    private final class Refusals {

        private @Nullable LocalizedText last;

        boolean applies(Rule rule, Map<String, Object> facts) {
            Optional<LocalizedText> whyNot = rules.whyNot(rule, facts);
            whyNot.ifPresent(why -> last = why);
            return whyNot.isEmpty();
        }

        Relief notAffected(Filing filing) {
            return new Relief(Outcome.NOT_AFFECTED, filing.deadline(), null, last);
        }
    }
}
