package io.haetae.register;

import io.haetae.kernel.LocalizedText;
import io.haetae.register.SystemTraits.DependencyType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is lost when a system, a site or a room is, and in which order it is brought back: dependency first, grade second.
 * Of systems out of the reader's scope it holds no more than code, name and grade.
 *
 * @param lost how many systems are lost themselves
 * @param reached how many more their failure reaches
 * @param order all of them, in the order in which they are brought back
 * @param dependencies between them
 */
public record Loss(int lost, int reached, List<Restored> order, List<Dependency> dependencies) {

    public Loss {
        order = List.copyOf(order);
        dependencies = List.copyOf(dependencies);
    }

    /**
     * One system.
     *
     * @param distance 0 when it is lost itself, else how many steps away it is
     * @param round systems of one round can be brought back side by side
     * @param after what has to be there before
     * @param without what it depends on and has to begin without, because of a circle
     */
    public record Restored(
            String code,
            LocalizedText name,
            @Nullable Integer systemGrade,
            int distance,
            int round,
            List<String> after,
            List<String> without) {

        public Restored {
            after = List.copyOf(after);
            without = List.copyOf(without);
        }
    }

    /** One that depends on another. */
    public record Dependency(String system, String on, DependencyType type) {}

    /** How many of them have this system grade; 0 for those without one. */
    public long count(int grade) {
        return order.stream()
                .filter(each -> (each.systemGrade() == null ? 0 : each.systemGrade()) == grade)
                .count();
    }
}
