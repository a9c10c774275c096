package io.haetae.register;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A system that a failure of another one reaches.
 *
 * @param root the system that fails
 * @param id the system reached
 * @param depth how many steps away; 1 depends directly
 */
public record Dependent(
        UUID root,
        UUID id,
        String code,
        String nameKo,
        String nameEn,
        @Nullable Integer systemGrade,
        String owner,
        String operator,
        int depth) {}
