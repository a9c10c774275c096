package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import java.util.List;

/**
 * A system that leans on the one being graded, directly or through others.
 *
 * @param grade its own grade
 * @param hops the way from it to the system graded, nearest to the latter first: each leans on the one before
 */
public record Leaning(int grade, List<Hop> hops) {

    public Leaning {
        hops = List.copyOf(hops);
    }

    /**
     * One step of the way.
     *
     * @param code the system that leans on the one before
     * @param name of it
     * @param type how it leans, such as {@code AUTHENTICATION}
     */
    public record Hop(String code, LocalizedText name, String type) {}

    /** The system at the far end of the way. */
    Hop last() {
        return hops.get(hops.size() - 1);
    }
}
