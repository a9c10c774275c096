package io.haetae.procedure;

import io.haetae.kernel.LocalizedText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step that the reader may do now.
 *
 * @param title title of the manual
 * @param held whether the run is in the reader's own hands
 */
public record MyStep(
        UUID run,
        LocalizedText title,
        String subject,
        String subjectTitle,
        boolean exercise,
        boolean held,
        @Nullable String holder,
        RunRow.OpenStep step) {}
