package io.haetae.continuity;

import io.haetae.continuity.relief.Due;
import io.haetae.rule.DeadlineRules.Unit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an agency decided about the deadlines that the failure hit: a new date, or so long after recovery.
 *
 * @param services codes of the services it is about; empty for all
 * @param until the new deadline
 * @param amount how long after recovery instead
 * @param unit of what
 * @param alsoWithinHours deadlines so soon after recovery are extended too
 * @param decidedBy who decided; deciders do not log in
 * @param documentNumber of the notice
 */
public record ExtensionCommand(
        @Size(max = 100) List<@NotBlank @Size(max = 40) String> services,
        @Nullable Due until,
        @Nullable @Min(1) @Max(10_000) Integer amount,
        @Nullable Unit unit,
        @Nullable @Min(0) @Max(10_000) Integer alsoWithinHours,
        @NotNull @Valid Decider decidedBy,
        @NotBlank @Size(max = 100) String documentNumber) {

    public ExtensionCommand {
        services = List.copyOf(Objects.requireNonNullElse(services, List.of()));
    }

    /** Somebody who decides. */
    public record Decider(
            @NotBlank @Size(max = 80) String name,
            @NotBlank @Size(max = 80) String position) {}
}
