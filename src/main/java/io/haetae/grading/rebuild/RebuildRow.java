package io.haetae.grading.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rebuild in a list. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RebuildRow(
        String number,
        String title,
        String system,
        LocalizedText systemName,
        String owner,
        @Nullable Long budgetWon,
        Phase phase,
        Instant begunAt) {}
