package io.haetae.duty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is away: none of his turns counts meanwhile.
 *
 * @param person log-in name; the acting person when left out
 * @param from begin
 * @param until end
 * @param substitute log-in name of whoever takes his turns, or null
 * @param reason why, such as 연가
 */
public record NewAbsence(
        @Nullable @Size(max = 80) String person,
        @NotNull Instant from,
        @NotNull Instant until,
        @Nullable @Size(max = 80) String substitute,
        @NotBlank @Size(max = 200) String reason) {}
