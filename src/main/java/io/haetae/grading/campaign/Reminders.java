package io.haetae.grading.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** When an institution is reminded: two weeks before, three days before, when it is due, then every week (product default). */
final class Reminders {

    private static final List<Duration> BEFORE = List.of(Duration.ofDays(14), Duration.ofDays(3), Duration.ZERO);
    private static final Duration WEEK = Duration.ofDays(7);

    private Reminders() {}

    /** The next reminder after now. */
    static Instant next(Instant dueAt, Instant now) {
        return times(dueAt).filter(now::isBefore).findFirst().orElseGet(() -> now.plus(WEEK));
    }

    private static Stream<Instant> times(Instant dueAt) {
        return BEFORE.stream().map(dueAt::minus);
    }
}
