package io.haetae.grading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How available a system was: (operating time − failure time) ÷ operating time, planned work left out of both. Times that
 * overlap count once.
 *
 * @param operating time of the period without planned work
 * @param down of that, time lost to failures
 * @param failures how many there were, not counting those that lay wholly within planned work
 * @param longest the longest of them, from its beginning to its end, planned work left out
 */
record Availability(Duration operating, Duration down, int failures, Duration longest) {

    private static final int DIGITS = 4;

    /** A time; without an end it lasts. */
    record Spell(Instant from, @Nullable Instant until) {

        Instant end(Instant now) {
            return until == null || until.isAfter(now) ? now : until;
        }
    }

    /**
     * Over a period.
     *
     * @param until its end, never later than now
     */
    static Availability of(Instant from, Instant until, Collection<Spell> failed, Collection<Spell> planned) {
        List<Spell> work = together(planned, until);
        List<Spell> lost = together(failed, until);
        Duration operating = Duration.between(from, until).minus(common(work, from, until));
        Duration down = Duration.ZERO;
        Duration longest = Duration.ZERO;
        int failures = 0;
        for (Spell one : lost) {
            Duration whole = without(one.from(), one.end(until), work);
            Duration within = without(later(one.from(), from), one.end(until), work);
            if (within.compareTo(Duration.ZERO) > 0) {
                down = down.plus(within);
                failures++;
                longest = whole.compareTo(longest) > 0 ? whole : longest;
            }
        }
        return new Availability(operating, down, failures, longest);
    }

    /** In percent, never rounded up, because a target that is missed by little is missed; null without operating time. */
    @Nullable
    BigDecimal percent() {
        if (operating.compareTo(Duration.ZERO) <= 0) {
            return null;
        }
        return BigDecimal.valueOf(operating.minus(down).toSeconds())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(operating.toSeconds()), DIGITS, RoundingMode.DOWN);
    }

    private static Duration without(Instant from, Instant until, List<Spell> work) {
        return from.isBefore(until) ? Duration.between(from, until).minus(common(work, from, until)) : Duration.ZERO;
    }

    private static Duration common(List<Spell> spells, Instant from, Instant until) {
        Duration common = Duration.ZERO;
        for (Spell spell : spells) {
            Instant begin = later(spell.from(), from);
            Instant end = spell.end(until);
            if (begin.isBefore(end)) {
                common = common.plus(Duration.between(begin, end));
            }
        }
        return common;
    }

    /** In order, and those that overlap or touch as one; what begins after the end is left out. */
    private static List<Spell> together(Collection<Spell> spells, Instant until) {
        List<Spell> together = new ArrayList<>();
        List<Spell> inOrder = spells.stream()
                .filter(spell -> spell.from().isBefore(until))
                .sorted(Comparator.comparing(Spell::from))
                .toList();
        for (Spell spell : inOrder) {
            Spell last = together.isEmpty() ? null : together.get(together.size() - 1);
            if (last == null || last.end(until).isBefore(spell.from())) {
                together.add(spell);
            } else {
                Instant end = later(last.end(until), spell.end(until));
                together.set(together.size() - 1, new Spell(last.from(), end));
            }
        }
        return together;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
