package io.haetae.incident;

import io.haetae.kernel.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;

/**
 * What is to be said to the public about an incident.
 *
 * @param others the same in other languages, by their ISO 639 code: {@code zh}, {@code vi}, …
 */
record StatementCommand(
        @NotNull @Valid LocalizedText title,
        @NotNull @Valid LocalizedText body,
        @Size(max = 20) Map<@Pattern(regexp = "[a-z]{2,3}") String, @NotBlank @Size(max = 4_000) String> others) {

    StatementCommand {
        others = Map.copyOf(Objects.requireNonNullElse(others, Map.of()));
    }
}
