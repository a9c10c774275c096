package io.haetae.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is asked about the roles of an incident. */
final class RoleCommands {

    private RoleCommands() {}

    /**
     * Gives a role to a person, or hands it over from whoever holds it.
     *
     * @param person username
     * @param note how things stand; needed when it is handed over from one person to another
     */
    record Assignment(
            @NotBlank @Size(max = 80) String person,
            @Nullable @Size(max = 2_000) String note) {}

    /** Takes a role from whoever holds it, without another to hold it. */
    record Relief(@NotBlank @Size(max = 2_000) String reason) {}
}
