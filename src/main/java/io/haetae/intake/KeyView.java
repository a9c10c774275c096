package io.haetae.intake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key as administrators see it; the key itself is kept nowhere. */
public record KeyView(
        UUID id,
        String source,
        Adapter adapter,
        String institution,
        String systemLabel,
        @Nullable String externalScheme,
        @Nullable Map<String, String> mapping,
        Instant createdAt,
        String createdBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {

    /**
     * A key just made.
     *
     * @param key shown this once
     * @param path where the source posts
     */
    public record Made(@JsonUnwrapped KeyView view, String key, String path) {

        /** Without the secret: safe for the log. */
        @Override
        public String toString() {
            return view.toString();
        }
    }
}
