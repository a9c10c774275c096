package io.haetae.duty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A roster of a team.
 *
 * @param name what people call it
 * @param function which function whoever is on duty holds
 * @param rotations one per layer: each layer has one person on duty at a time
 */
public record NewRoster(
        @NotBlank @Size(max = 100) String name,
        @NotNull DutyFunction function,
        @NotEmpty @Size(max = 9) List<@NotNull @Valid NewRotation> rotations) {}
