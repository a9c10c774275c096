package io.haetae.crisis;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody serves in a headquarters. People come from everywhere, so nobody needs an account.
 *
 * @param team the team (반), null for the head's own office
 * @param duty as what
 * @param from now when null
 * @param until when it is known beforehand
 */
public record PostCommand(
        @Nullable @Size(max = 100) String team,
        @NotBlank @Size(max = 100) String duty,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 200) String position,
        @Nullable @Size(max = 200) String contact,
        @Nullable Instant from,
        @Nullable Instant until) {}
