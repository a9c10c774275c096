package io.haetae.procedure;

import io.haetae.procedure.engine.Manual;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The versions of its manual that a run has gone by.
 *
 * @param present the one it is pinned to
 * @param former those before, the latest first
 */
record Editions(Manual present, List<Former> former) {

    /** A version that the run went by until then. */
    record Former(Manual manual, Instant until) {}

    /** A step as some version of the manual describes it. */
    record Described(Manual manual, Manual.Place place) {}

    Editions {
        former = List.copyOf(former);
    }

    /** A step as it was when it was done; as it is now while it is open. */
    Described describe(RunStep step) {
        Instant ended = step.endedAt;
        Manual then = ended == null
                ? present
                : former.stream()
                        .filter(edition -> !edition.until().isBefore(ended))
                        .reduce((later, earlier) -> earlier)
                        .map(Former::manual)
                        .orElse(present);
        return Stream.concat(Stream.of(then, present), former.stream().map(Former::manual))
                .flatMap(manual -> in(manual, step.step).stream())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Described> in(Manual manual, String step) {
        return manual.find(step).map(place -> new Described(manual, place));
    }
}
