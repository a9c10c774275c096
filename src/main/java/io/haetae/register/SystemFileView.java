package io.haetae.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of evidence of a system; what is in it stands under {@code href}.
 *
 * @param by name of whoever put it there
 */
public record SystemFileView(
        UUID id,
        String name,
        String contentType,
        int size,
        String sha256,
        @Nullable String note,
        Instant at,
        String by,
        String href) {}
