package io.haetae.crisis;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A body is dissolved; when is now when null. */
public record Dissolution(
        @Nullable Instant at, @NotBlank @Size(max = 2_000) String reason) {}
