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
 * A person to create.
 *
 * @param username log-in name, small letters; permanent
 * @param password at least 8 characters, or null when the person comes through single sign-on only
 * @param institution the institution the person acts for; only ADMIN and AUDITOR may have none
 */
public record PersonCommand(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._@-]{1,79}")
        String username,

        @Nullable @Size(min = 8, max = 72) String password,
        @NotBlank @Size(max = 80) String name,
        @NotEmpty Set<@NotNull Role> roles,
        @Nullable String institution,

        @Nullable @Pattern(regexp = "[^@\\s]+@[^@\\s]+") @Size(max = 254)
        String mail,

        @Nullable @Pattern(regexp = "[0-9+ -]{3,20}") String phone,
        @Nullable @Pattern(regexp = "ko|en") String language) {

    PersonChange state() {
        return new PersonChange(name, roles, institution, mail, phone, language, true);
    }

    /** Without the password, so that no log can show it. */
    @Override
    public String toString() {
        return "PersonCommand[" + username + "]";
    }
}
