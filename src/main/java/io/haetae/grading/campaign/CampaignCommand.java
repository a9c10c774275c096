package io.haetae.grading.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Opens a full review.
 *
 * @param title as people read it
 * @param ruleSet {@code kind/name} by which is answered; the one in force for the authority when left out
 * @param dueAt until when answers are asked
 * @param institutions for which, with those below them; every one of the authority's when none is named
 */
public record CampaignCommand(
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 100) String ruleSet,
        @NotNull Instant dueAt,
        @Size(max = 500) List<@NotBlank @Size(max = 40) String> institutions) {

    public CampaignCommand {
        institutions = List.copyOf(Objects.requireNonNullElse(institutions, List.of()));
    }
}
