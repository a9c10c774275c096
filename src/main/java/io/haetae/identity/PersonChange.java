package io.haetae.identity;

import io.haetae.kernel.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole new state of a person.
 *
 * @param active false ends every session and token at once
 */
public record PersonChange(
        @NotBlank @Size(max = 80) String name,
        @NotEmpty Set<@NotNull Role> roles,
        @Nullable String institution,

        @Nullable @Pattern(regexp = "[^@\\s]+@[^@\\s]+") @Size(max = 254)
        String mail,

        @Nullable @Pattern(regexp = "[0-9+ -]{3,20}") String phone,
        @Nullable @Pattern(regexp = "ko|en") String language,
        @Nullable Boolean active) {}
