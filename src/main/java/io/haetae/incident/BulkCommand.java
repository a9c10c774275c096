package io.haetae.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * The same step for many incidents.
 *
 * @param numbers of the incidents
 * @param reason for all of them; becomes the note of each
 */
record BulkCommand(
        @NotNull Act act,
        @NotEmpty @Size(max = 1_000) List<@NotBlank @Size(max = 40) String> numbers,
        @NotBlank @Size(max = 2_000) String reason) {

    /** What can be done to many at once. */
    enum Act {
        ACKNOWLEDGE,
        CLOSE
    }

    BulkCommand {
        numbers = List.copyOf(Objects.requireNonNullElse(numbers, List.of()));
    }
}
