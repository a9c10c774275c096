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
 * A service that people get through a system.
 *
 * @param code unique within its system
 * @param emergency whether life or safety hangs on it (such as 119 dispatch)
 * @param deadlines the legal deadlines that end through it, in the owner's words
 * @param substitutes 대체수단: what to use while it is down
 */
public record PublicService(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Za-z0-9._-]{0,39}")
        String code,

        @NotNull @Valid LocalizedText name,
        boolean emergency,
        @Size(max = 20) List<@NotBlank @Size(max = 200) String> deadlines,
        @Size(max = 20) List<@Valid @NotNull Substitute> substitutes) {

    public PublicService {
        deadlines = List.copyOf(Objects.requireNonNullElse(deadlines, List.of()));
        substitutes = List.copyOf(Objects.requireNonNullElse(substitutes, List.of()));
    }

    /**
     * What to use instead.
     *
     * @param contact address, telephone number or URL
     * @param region 시·도 it serves, or null for the whole country
     * @param dependsOn codes of the systems it needs itself; they may be down too
     */
    public record Substitute(
            @NotNull @Valid LocalizedText name,
            @NotNull SubstituteKind kind,
            @Nullable @Size(max = 200) String contact,
            @Nullable @Size(max = 200) String hours,
            @Nullable @Size(max = 40) String region,
            @Size(max = 20) List<@NotBlank @Size(max = 40) String> dependsOn) {

        public Substitute {
            dependsOn = List.copyOf(Objects.requireNonNullElse(dependsOn, List.of()));
        }
    }

    /** Kinds of substitute. */
    public enum SubstituteKind {
        COUNTER,
        PHONE,
        SITE,
        POST,
        OTHER_AGENCY
    }
}
