package io.haetae.identity;

import io.haetae.kernel.Role;
import io.haetae.kernel.Versioned;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as others see it.
 *
 * @param mail where mail reaches the person, or null
 * @param phone where a call reaches the person, or null
 * @param language {@code ko}, {@code en} or null when never chosen
 */
public record PersonView(
        UUID id,
        String username,
        String name,
        Set<Role> roles,
        @Nullable String institution,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String language,
        boolean active,
        int version)
        implements Versioned {}
