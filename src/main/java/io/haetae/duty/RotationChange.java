package io.haetae.duty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * New rotations of a roster. The present ones go on until the first of these starts.
 *
 * @param rotations one per layer, none of which starts in the past
 */
public record RotationChange(@NotEmpty @Size(max = 9) List<@NotNull @Valid NewRotation> rotations) {}
