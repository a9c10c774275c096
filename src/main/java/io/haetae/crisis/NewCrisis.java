package io.haetae.crisis;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** An event that spans incidents; it is an exercise when they are. */
public record NewCrisis(
        @NotBlank @Size(max = 200) String title,
        @NotEmpty @Size(max = 1_000) List<@NotBlank @Size(max = 40) String> incidents) {}
