package io.haetae.grading.consolidation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A system into which another could be merged.
 *
 * @param sameOwner whether both belong to one institution
 * @param likeness of the names, 0 to 1
 * @param services of the same name that both have
 * @param sharedDependencies how many systems both lean on
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Partner(
        String system,
        LocalizedText name,
        String owner,
        @Nullable Integer systemGrade,
        boolean sameOwner,
        BigDecimal likeness,
        List<String> services,
        int sharedDependencies) {

    public Partner {
        services = List.copyOf(services);
    }
}
