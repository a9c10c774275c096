package io.haetae.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key to make.
 *
 * @param source name of the source; several keys of one source are one stream of alerts
 * @param adapter in which form it sends
 * @param institution for which it speaks: it reaches what an operator of that institution reaches
 * @param systemLabel label that names the system, {@code system} when left out
 * @param externalScheme scheme of external ids in the register under which the label may name the system too
 * @param mapping CEL over {@code event} per field, for {@code generic} and {@code cloudevents}: {@code fingerprint},
 *     {@code system}, {@code status}, {@code title}, and as wanted {@code severity}, {@code startsAt}, {@code endsAt},
 *     {@code url}
 */
public record KeyCommand(
        @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,79}")
        String source,

        @NotNull Adapter adapter,
        @NotBlank @Size(max = 40) String institution,
        @Nullable @Size(min = 1, max = 100) String systemLabel,
        @Nullable @Size(min = 1, max = 100) String externalScheme,
        @Nullable @Size(max = 20) Map<String, @NotBlank @Size(max = 1_000) String> mapping) {

    Map<String, String> expressions() {
        return Objects.requireNonNullElse(mapping, Map.of());
    }
}
