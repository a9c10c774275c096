package io.haetae.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/** One failure recorded as two, or two recorded as one. */
final class MergeCommands {

    private MergeCommands() {}

    /**
     * Another incident takes this one in.
     *
     * @param into number of the one that goes on
     */
    record Merger(
            @NotBlank @Size(max = 40) String into,
            @NotBlank @Size(max = 2_000) String reason) {}

    /**
     * Systems are taken out into an incident of their own.
     *
     * @param systems their codes
     * @param title of the new incident
     */
    record Split(
            @NotEmpty @Size(max = 2_000) List<@NotBlank String> systems,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 2_000) String reason) {

        Split {
            systems = List.copyOf(Objects.requireNonNullElse(systems, List.of()));
        }
    }
}
