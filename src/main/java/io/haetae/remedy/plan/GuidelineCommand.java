package io.haetae.remedy.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Issues a guideline for failure-management plans.
 *
 * @param text what the plans have to say
 * @param issuedOn the day it was issued, from which three months and three years run; today when left out
 * @param documentNumber under which it was sent
 * @param institutions addressed; when none is named, every institution of the authority that has a head of its own: all
 *     but the agencies and offices below another, which that one's plan covers (product default)
 * @param exercise 훈련: marked with its plans everywhere, and never the guideline that holds
 */
public record GuidelineCommand(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 20_000) String text,
        @Nullable LocalDate issuedOn,
        @Nullable @Size(max = 200) String documentNumber,
        @Size(max = 1_000) List<@NotNull @NotBlank @Size(max = 40) String> institutions,
        @Nullable Boolean exercise) {

    public GuidelineCommand {
        institutions = Objects.requireNonNullElse(institutions, List.of());
    }
}
