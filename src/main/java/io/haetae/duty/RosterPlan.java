package io.haetae.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides who is on duty of a roster, and the arithmetic of it: in each layer that runs exactly one
 * person has the turn; a stand-in or a swap puts another in his place; an absence takes whoever it would be away, for
 * a substitute or for nobody.
 *
 * @param id of the roster
 * @param institution whose
 * @param function which function is held
 * @param rotations of all layers, also past and coming ones
 * @param standIns in the order in which they were made
 * @param absences of anybody concerned
 */
record RosterPlan(
        UUID id,
        String institution,
        DutyFunction function,
        List<Rotation> rotations,
        List<StandIn> standIns,
        List<Absence> absences) {

    RosterPlan {
        rotations = List.copyOf(rotations);
        standIns = List.copyOf(standIns);
        absences = List.copyOf(absences);
    }

    /**
     * Somebody else is on duty for a while.
     *
     * @param instead of whom; null for whoever has the turn
     * @param bySwap whether two exchanged their shifts
     */
    record StandIn(
            Instant from,
            Instant until,
            UUID person,
            @Nullable UUID instead,
            boolean bySwap) {

        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /** Somebody is away, with or without a substitute. */
    record Absence(
            UUID person,
            Instant from,
            Instant until,
            @Nullable UUID substitute) {

        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /** Who is on duty at a time: one shift per layer that runs, by layer. */
    List<Shift> at(Instant at) {
        return rotations.stream()
                .filter(rotation -> rotation.isRunning(at))
                .sorted(Comparator.comparingInt(Rotation::layer))
                .map(rotation -> shift(rotation, at))
                .toList();
    }

    /** Every shift that touches a span of time, whole, by begin and layer. */
    List<Shift> between(Instant from, Instant until) {
        List<Shift> shifts = new ArrayList<>();
        for (Rotation rotation : rotations) {
            Instant at = from.isAfter(rotation.startsAt()) ? from : rotation.startsAt();
            while (at.isBefore(until) && rotation.isRunning(at)) {
                Rotation.Turn turn = rotation.turn(at);
                shifts(rotation, turn).stream()
                        .filter(shift ->
                                shift.until().isAfter(from) && shift.from().isBefore(until))
                        .forEach(shifts::add);
                at = turn.until();
            }
        }
        shifts.sort(Comparator.comparing(Shift::from).thenComparingInt(Shift::layer));
        return shifts;
    }

    /** The first change of shift after a time, if any rotation runs then or later. */
    Optional<Instant> nextHandOver(Instant after) {
        return rotations.stream()
                .filter(rotation ->
                        rotation.untilAt() == null || rotation.untilAt().isAfter(after))
                .map(rotation -> rotation.startsAt().isAfter(after)
                        ? rotation.startsAt()
                        : shift(rotation, after).until())
                .min(Comparator.naturalOrder());
    }

    private Shift shift(Rotation rotation, Instant at) {
        return shifts(rotation, rotation.turn(at)).stream()
                .filter(shift -> shift.until().isAfter(at))
                .findFirst()
                .orElseThrow();
    }

    /** A turn in pieces: one for each stretch in which the same person is on duty for the same reason. */
    private List<Shift> shifts(Rotation rotation, Rotation.Turn turn) {
        List<Shift> pieces = new ArrayList<>();
        NavigableSet<Instant> edges = edges(turn);
        for (Instant edge : edges.headSet(turn.until())) {
            Instant end = Objects.requireNonNull(edges.higher(edge));
            Shift next = piece(rotation, turn, edge, end);
            Shift last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
            if (last != null && last.isLike(next)) {
                pieces.set(pieces.size() - 1, last.until(end));
            } else {
                pieces.add(next);
            }
        }
        return pieces;
    }

    private NavigableSet<Instant> edges(Rotation.Turn turn) {
        NavigableSet<Instant> edges = new TreeSet<>();
        edges.add(turn.from());
        edges.add(turn.until());
        standIns.forEach(each -> {
            edges.add(each.from());
            edges.add(each.until());
        });
        absences.forEach(each -> {
            edges.add(each.from());
            edges.add(each.until());
        });
        return edges.subSet(turn.from(), true, turn.until(), true);
    }

    private Shift piece(Rotation rotation, Rotation.Turn turn, Instant from, Instant until) {
        UUID person = turn.person();
        Shift.By by = Shift.By.TURN;
        for (StandIn each : standIns) { // each sees what the ones before it have made
            if (each.covers(from) && (each.instead() == null || each.instead().equals(person))) {
                person = each.person();
                by = each.bySwap() ? Shift.By.SWAP : Shift.By.OVERRIDE;
            }
        }
        Absence away = absence(person, from);
        if (away == null) {
            return new Shift(rotation.layer(), rotation.id(), turn.number(), person, by, from, until);
        }
        UUID substitute = away.substitute();
        boolean present = substitute != null && absence(substitute, from) == null;
        return new Shift(
                rotation.layer(),
                rotation.id(),
                turn.number(),
                present ? substitute : null,
                present ? Shift.By.SUBSTITUTE : Shift.By.ABSENCE,
                from,
                until);
    }

    private @Nullable Absence absence(UUID person, Instant at) {
        return absences.stream()
                .filter(each -> each.person().equals(person) && each.covers(at))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
