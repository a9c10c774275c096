package io.haetae.register;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Paged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the register differs between two times.
 *
 * @param before how many systems had each confirmed grade at the first time, those without one under 0
 * @param after the same at the second time
 * @param items one page of the systems that differ, by code
 * @param next where the next page begins, null on the last
 */
public record RegisterChanges(
        Instant from,
        Instant to,
        Map<Integer, Long> before,
        Map<Integer, Long> after,
        List<Item> items,
        @Nullable String next)
        implements Paged {

    public RegisterChanges {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        items = List.copyOf(items);
    }

    /** How many systems had that confirmed grade at the first time; 0 means none. */
    public long countBefore(int grade) {
        return before.getOrDefault(grade, 0L);
    }

    /** How many systems had that confirmed grade at the second time; 0 means none. */
    public long countAfter(int grade) {
        return after.getOrDefault(grade, 0L);
    }

    /** How many systems there were at the first time. */
    public long totalBefore() {
        return before.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many systems there were at the second time. */
    public long totalAfter() {
        return after.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What is different about a system. */
    public enum What {
        ADDED,
        ENDED,
        CHANGED
    }

    /**
     * A system that differs.
     *
     * @param endedAs how it ended, for one that did
     * @param gradeBefore confirmed grade at the first time, null without
     * @param gradeAfter the same at the second time
     * @param changed names of the fields that differ, for one that was there both times
     */
    public record Item(
            String code,
            LocalizedText name,
            What what,
            @Nullable EndedAs endedAs,
            @Nullable Integer gradeBefore,
            @Nullable Integer gradeAfter,
            List<String> changed) {

        public Item {
            changed = List.copyOf(changed);
        }
    }
}
