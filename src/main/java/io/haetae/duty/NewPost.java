package io.haetae.duty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is to hold a function.
 *
 * @param institution code of the institution in which
 * @param function which function
 * @param person log-in name of the person; he may act for another institution, such as its operator
 * @param rank order among several holders, 1 first; all are called. 1 when left out
 * @param from from when; now when left out
 * @param until until when, or null when open
 */
public record NewPost(
        @NotBlank @Size(max = 40) String institution,
        @NotNull DutyFunction function,
        @NotBlank @Size(max = 80) String person,
        @Nullable @Min(1) @Max(99) Integer rank,
        @Nullable Instant from,
        @Nullable Instant until) {}
