package io.haetae.register;

import io.haetae.kernel.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of systems. A split has one former system and at least two latter ones, a merge at least one former and
 * one latter, a retirement no latter.
 *
 * @param former codes of the entries that end
 * @param latter what takes their place
 * @param reason why, kept for good
 * @param decidedBy name and position of who decided it
 * @param document number of the paper that says so
 */
public record SuccessionCommand(
        @NotNull EndedAs kind,
        @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 40) String> former,
        @Size(max = 50) List<@NotNull @Valid Latter> latter,
        @NotBlank @Size(max = 2000) String reason,
        @Nullable @Size(max = 200) String decidedBy,
        @Nullable @Size(max = 200) String document) {

    public SuccessionCommand {
        latter = Objects.requireNonNullElse(latter, List.of());
    }

    /**
     * A system that takes the place of others.
     *
     * @param code of a system that is there; with a name, of a new one
     * @param name of a new one, which is like the first of the former systems in everything else
     */
    public record Latter(
            @NotNull @Pattern(regexp = "[A-Z0-9][A-Za-z0-9._-]{0,39}")
            String code,

            @Nullable @Valid LocalizedText name) {}
}
