package io.haetae.grading.consolidation;

import io.haetae.kernel.LocalizedText;
import java.util.List;

/**
 * What is known of the use and performance of a system.
 *
 * @param years the last ones, the newest first, with those of which nothing was said
 * @param mayState whether the reader answers for the system
 */
public record UseSheet(String system, LocalizedText name, String owner, List<UseYear> years, boolean mayState) {

    public UseSheet {
        years = List.copyOf(years);
    }
}
