package io.haetae.change;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is requested.
 *
 * @param what is done, step by step
 * @param why it is needed
 * @param systems codes of the systems it may disturb
 * @param responsible who carries it out and answers for it
 * @param risk of a failure
 * @param rollBack how it is taken back when it goes wrong
 * @param plannedFrom beginning of its window
 * @param plannedUntil end of its window
 * @param announcement for the public; without one the public is told nothing
 */
public record ChangeCommand(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4_000) String what,
        @NotBlank @Size(max = 4_000) String why,
        @NotEmpty @Size(max = 1_000) List<@NotBlank @Size(max = 40) String> systems,
        @NotBlank @Size(max = 200) String responsible,
        @NotNull Risk risk,
        @NotBlank @Size(max = 4_000) String rollBack,
        @NotNull Instant plannedFrom,
        @NotNull Instant plannedUntil,
        @Nullable @Valid Announcement announcement) {

    /** How likely and how bad a failure of the change is. */
    public enum Risk {
        LOW,
        MEDIUM,
        HIGH
    }
}
