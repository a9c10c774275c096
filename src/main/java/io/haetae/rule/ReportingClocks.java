package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be told of a failure of one grade, and until when.
 *
 * @param ruleSet {@code kind/name}
 * @param version the version used
 * @param sha256 hash of that version's file
 * @param failureGrade the grade it is for
 * @param callOut the levels of the call-out
 * @param clocks the deadlines
 */
public record ReportingClocks(
        String ruleSet, String version, String sha256, int failureGrade, CallOut callOut, List<Clock> clocks) {

    /** Where a clock starts. */
    public enum From {
        /** First alarm. */
        DETECTION,
        /** 인지: a person knew. */
        RECOGNITION,
        /** The last system recovered. */
        RECOVERY
    }

    /** In what a length is counted. */
    public enum Unit {
        MINUTES,
        WORKING_DAYS,
        MONTHS,
        /** By the end of the next working day; the amount is 1. */
        NEXT_WORKING_DAY,
        /** With the report of the month, by the end of the month that follows; the amount is 1. */
        NEXT_MONTH
    }

    /** When an entry applies. */
    public enum Condition {
        ALWAYS,
        /** A 주요 정보시스템 is affected: only these carry the legal duty to notify (전자정부법 제56조의5 ①). */
        MAJOR,
        /** A system is affected that NIRS does not house. */
        NOT_HOUSED_IN_NIRS,
        /** A lead agency has issued 주의 or higher. */
        FROM_CAUTION_STAGE
    }

    /**
     * The call-out: from detection, each level after the one before has not answered.
     *
     * @param acknowledgeWithin minutes a level has for its acknowledgement
     * @param levels in order
     */
    public record CallOut(long acknowledgeWithin, List<Level> levels) {}

    /**
     * One level of the call-out.
     *
     * @param level from 1
     * @param afterMinutes minutes after detection at which it is told if nobody has acknowledged
     * @param tell whom
     */
    public record Level(int level, long afterMinutes, List<Told> tell) {}

    /**
     * A function that is told.
     *
     * @param function such as {@code DUTY} or {@code SITUATION_ROOM}
     * @param when when it applies
     */
    public record Told(String function, Condition when) {}

    /**
     * A deadline.
     *
     * @param kind such as {@code NOTIFY_SITUATION_ROOM}
     * @param name as people read it
     * @param from where it starts
     * @param amount how long
     * @param unit in what it is counted
     * @param repeatMinutes from then on again every so many minutes; null when it is once
     * @param when when it applies
     * @param law the article that asks for it, null where it is the product's own; such a duty never stands still
     * @param pause when it stands still; null when it never does
     */
    public record Clock(
            String kind,
            LocalizedText name,
            From from,
            long amount,
            Unit unit,
            @Nullable Long repeatMinutes,
            Condition when,
            @Nullable String law,
            @Nullable Pausing pause) {}

    /**
     * When a clock stands still.
     *
     * @param states states of the incident during which it does
     * @param byPerson whether a named person may pause it, with a reason and an end
     */
    public record Pausing(List<String> states, boolean byPerson) {

        public Pausing {
            states = List.copyOf(states);
        }
    }
}
