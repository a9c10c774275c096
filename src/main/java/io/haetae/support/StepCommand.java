package io.haetae.support;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that is taken.
 *
 * @param at when it happened; now, when left out
 * @param text why it ends, or what was handed over to whom: needed there; elsewhere what is worth saying
 * @param people log-in names of those who are sent, all of them; for the assignment only
 */
public record StepCommand(
        @Nullable Instant at,
        @Nullable @Size(max = 4_000) String text,

        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 100) String> people) {}
