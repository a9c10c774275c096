package io.haetae.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * An incident is opened again.
 *
 * @param reason why it was not over
 * @param systems codes of the systems that relapsed; all of them when empty
 */
public record Reopening(
        @NotBlank @Size(max = 2_000) String reason,
        @Size(max = 2_000) List<String> systems) {

    public Reopening {
        systems = List.copyOf(Objects.requireNonNullElse(systems, List.of()));
    }
}
