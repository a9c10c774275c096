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
 * A maintenance window that stands alone.
 *
 * @param systems codes of the systems worked on
 * @param from beginning, of the first one if it comes again
 * @param until its end
 * @param rrule on which days it comes again (RFC 5545, weekly or monthly, with an end); null for once
 * @param announcement for the public; without one the public is told nothing
 */
public record WindowCommand(
        @NotBlank @Size(max = 200) String title,
        @NotEmpty @Size(max = 1_000) List<@NotBlank @Size(max = 40) String> systems,
        @NotNull Instant from,
        @NotNull Instant until,
        @Nullable @Size(max = 200) String rrule,
        @Nullable @Valid Announcement announcement) {}
