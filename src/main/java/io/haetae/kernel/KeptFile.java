package io.haetae.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file in the list of what it proves.
 *
 * @param by name of whoever put it there
 * @param href where its content stands
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KeptFile(
        UUID id,
        String name,
        String contentType,
        int size,
        String sha256,
        @Nullable String note,
        Instant at,
        String by,
        String href) {}
