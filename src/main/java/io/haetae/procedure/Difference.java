package io.haetae.procedure;

import io.haetae.procedure.engine.Manual;
import java.util.List;

/**
 * What another version of a manual takes away and brings.
 *
 * @param vanished ids of steps that only the former has
 * @param added ids of steps that only the latter has
 */
record Difference(List<String> vanished, List<String> added) {

    static Difference between(Manual former, Manual latter) {
        return new Difference(missing(former, latter), missing(latter, former));
    }

    private static List<String> missing(Manual has, Manual lacks) {
        return has.places().stream()
                .map(place -> place.step().id())
                .filter(id -> lacks.find(id).isEmpty())
                .toList();
    }
}
