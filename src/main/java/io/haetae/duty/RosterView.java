package io.haetae.duty;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A roster as others see it.
 *
 * @param id of the roster
 * @param team of which team
 * @param teamName what people call that
 * @param institution whose
 * @param function which function is held
 * @param name what people call it
 * @param rotations present and coming ones, by layer and start
 * @param overrides present and coming ones, by begin
 * @param endedAt when it was given up, or null
 */
public record RosterView(
        UUID id,
        UUID team,
        String teamName,
        String institution,
        DutyFunction function,
        String name,
        List<Turns> rotations,
        List<StandIn> overrides,
        @Nullable Instant endedAt) {

    public RosterView {
        rotations = List.copyOf(rotations);
        overrides = List.copyOf(overrides);
    }

    /** A rotation; its people in order. */
    public record Turns(
            int layer,
            Rotation.Unit unit,
            int length,
            Instant startsAt,
            @Nullable Instant untilAt,
            List<DutyPerson> people) {

        public Turns {
            people = List.copyOf(people);
        }
    }

    /** Somebody who is on duty instead. */
    public record StandIn(
            UUID id,
            Instant from,
            Instant until,
            DutyPerson person,
            @Nullable DutyPerson insteadOf,
            String reason,
            boolean bySwap) {}
}
