package io.haetae.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A heartbeat that is expected of a source.
 *
 * @param name of the source, such as {@code prometheus-daejeon}
 * @param institution for which it speaks
 * @param systems codes of the systems it watches: they are feared for when it is silent
 * @param intervalSeconds at which it beats
 * @param graceSeconds how late a beat may be
 */
public record HeartbeatCommand(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,79}")
        String name,

        @NotBlank @Size(max = 40) String institution,
        @NotEmpty @Size(max = 1_000) List<@NotBlank @Size(max = 40) String> systems,
        @NotNull @Min(10) @Max(604_800) Integer intervalSeconds,
        @NotNull @Min(0) @Max(86_400) Integer graceSeconds) {}
