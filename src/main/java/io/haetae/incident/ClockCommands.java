package io.haetae.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people do to clocks beyond meeting them. */
final class ClockCommands {

    private ClockCommands() {}

    /**
     * A clock stands still.
     *
     * @param until when it runs on by itself, at the latest
     * @param reason for whom or for what one waits
     */
    record Pause(
            @NotNull Instant until,
            @NotBlank @Size(max = 2_000) String reason) {}

    /** It runs again before that. */
    record Resumption(@Nullable @Size(max = 2_000) String note) {}

    /**
     * The incident goes on under another version of its reporting clocks.
     *
     * @param version which; the one in force when left out
     */
    record Move(
            @Nullable @Size(max = 20) String version,
            @NotBlank @Size(max = 2_000) String reason) {}
}
