package io.haetae.register;

import io.haetae.kernel.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A site to create, or its whole new state.
 *
 * @param host code of the institution that runs it
 * @param region 시·도 it stands in
 * @param rooms codes of its rooms
 */
public record SiteCommand(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,39}")
        String code,

        @NotNull @Valid LocalizedText name,
        @NotNull SiteKind kind,
        @NotBlank @Size(max = 40) String host,
        @Nullable @Size(max = 40) String region,
        @Size(max = 200) List<@NotBlank @Size(max = 40) String> rooms) {

    public SiteCommand {
        rooms = List.copyOf(Objects.requireNonNullElse(rooms, List.of()));
    }
}
