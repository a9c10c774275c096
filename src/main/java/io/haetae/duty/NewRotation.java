package io.haetae.duty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * People who take turns.
 *
 * @param unit in what a turn is counted
 * @param length how many of them it lasts
 * @param startsAt when the first turn begins; its time of day in Seoul is the time of hand-over
 * @param people log-in names in order, all of them members of the team
 */
public record NewRotation(
        @NotNull Rotation.Unit unit,
        @NotNull @Min(1) @Max(366) Integer length,
        @NotNull Instant startsAt,
        @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 80) String> people) {}
