package io.haetae.remedy.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the register knows of the systems that a plan covers: those of the institution and of the institutions below it.
 *
 * @param systems all of them
 * @param byGrade how many have system grade 1, 2, 3 and 4, and none
 * @param sites where they stand
 */
public record Covered(int systems, List<Integer> byGrade, List<Site> sites) {

    public Covered {
        byGrade = List.copyOf(byGrade);
        sites = List.copyOf(sites);
    }

    /**
     * A site.
     *
     * @param code null for systems whose site nobody has said
     */
    public record Site(@Nullable String code, int systems) {}
}
