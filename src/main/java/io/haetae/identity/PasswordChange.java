package io.haetae.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A new password.
 *
 * @param current the present one; needed unless an ADMIN sets another person's
 * @param password the new one, at least 8 characters
 */
public record PasswordChange(
        @Nullable String current,
        @NotNull @Size(min = 8, max = 72) String password) {

    /** Without the passwords, so that no log can show them. */
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
