package io.haetae.duty;

import io.haetae.kernel.Zones;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People who take turns, in order, each for the same length. Turns are counted on the clock of Seoul from the start,
 * whose time of day is the time of hand-over.
 *
 * @param id of the rotation
 * @param layer from 1; every layer of a roster has its own turn
 * @param unit in what a turn is counted
 * @param length how many of them a turn lasts
 * @param startsAt begin of the first turn
 * @param untilAt end of the rotation, null while it goes on
 * @param people in order, at least one
 */
public record Rotation(
        UUID id,
        int layer,
        Unit unit,
        int length,
        Instant startsAt,
        @Nullable Instant untilAt,
        List<UUID> people) {

    public Rotation {
        people = List.copyOf(people);
        if (people.isEmpty() || length < 1) {
            throw new IllegalArgumentException("a rotation needs somebody and a length");
        }
    }

    /** In what a turn is counted. */
    public enum Unit {
        HOURS(ChronoUnit.HOURS),
        DAYS(ChronoUnit.DAYS),
        WEEKS(ChronoUnit.WEEKS);

        private final ChronoUnit unit;

        Unit(ChronoUnit unit) {
            this.unit = unit;
        }
    }

    /** One turn as the rotation has it, before any exception. */
    record Turn(long number, UUID person, Instant from, Instant until) {}

    boolean isRunning(Instant at) {
        return !at.isBefore(startsAt) && (untilAt == null || at.isBefore(untilAt));
    }

    /** The turn at a time when the rotation runs. */
    Turn turn(Instant at) {
        if (!isRunning(at)) {
            throw new IllegalArgumentException("the rotation does not run at " + at);
        }
        ZonedDateTime start = startsAt.atZone(Zones.SEOUL);
        long number = unit.unit.between(start, at.atZone(Zones.SEOUL)) / length;
        Instant from = begin(start, number);
        Instant until = begin(start, number + 1);
        return new Turn(
                number,
                people.get((int) (number % people.size())),
                from,
                untilAt != null && untilAt.isBefore(until) ? untilAt : until);
    }

    private Instant begin(ZonedDateTime start, long number) {
        return start.plus(number * length, unit.unit).toInstant();
    }
}
