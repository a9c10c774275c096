package io.haetae.deadline;

import io.haetae.kernel.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a term stands still (행정절차법 제16조).
 *
 * @param from when it began to stand still
 * @param until when it ran again, null while it still stands
 */
public record Pause(Instant from, @Nullable Instant until) {

    public Pause {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a pause cannot end at " + until + " before it begins at " + from);
        }
    }

    /** Whether the term still stands. */
    public boolean isOpen() {
        return until == null;
    }

    /** These pauses from an instant on: in order, and those that overlap or touch as one. */
    static List<Pause> together(Instant start, Collection<Pause> any) {
        List<Pause> together = new ArrayList<>();
        List<Pause> inOrder = any.stream()
                .filter(pause -> pause.until == null || pause.until.isAfter(start))
                .map(pause -> pause.from.isBefore(start) ? new Pause(start, pause.until) : pause)
                .sorted(Comparator.comparing(Pause::from))
                .toList();
        for (Pause pause : inOrder) {
            Pause last = together.isEmpty() ? null : together.get(together.size() - 1);
            if (last == null || (last.until != null && last.until.isBefore(pause.from))) {
                together.add(pause);
            } else {
                together.set(together.size() - 1, new Pause(last.from, later(last.until, pause.until)));
            }
        }
        return together;
    }

    /** The later of two ends; none is the latest. */
    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }

    /** Every day on which the term stood still for any part; a day so touched is not counted against anyone. */
    Stream<LocalDate> days() {
        if (until == null || until.equals(from)) {
            return Stream.empty();
        }
        LocalDate last = LocalDate.ofInstant(until.minusNanos(1), Zones.SEOUL);
        return LocalDate.ofInstant(from, Zones.SEOUL).datesUntil(last.plusDays(1));
    }
}
