package io.haetae.register;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Versioned;
import io.haetae.register.SystemTraits.DependencyType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a system depends on, and what depends on it.
 *
 * @param version for the ETag
 * @param items what it depends on itself
 * @param dependents what depends on it, directly or through others, nearest first
 * @param affectedSystems how many other systems its failure reaches (시행령 제70조의3 제1항)
 */
public record DependencySheet(
        String system, int version, List<On> items, List<Dependent> dependents, int affectedSystems)
        implements Versioned {

    public DependencySheet {
        items = List.copyOf(items);
        dependents = List.copyOf(dependents);
    }

    /** Something the system depends on; of the other system only what everybody may know. */
    public record On(
            String on,
            DependencyType type,
            LocalizedText name,
            @Nullable Integer systemGrade) {}

    /** A system that is reached; {@code depth} 1 depends directly. */
    public record Dependent(
            String code, LocalizedText name, @Nullable Integer systemGrade, int depth) {}
}
