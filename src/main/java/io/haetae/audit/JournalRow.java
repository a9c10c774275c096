package io.haetae.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry as people read it.
 *
 * @param actor log-in name; {@code haetae} is the service itself
 * @param action the named rule that allowed it
 * @param subject number or code of the thing
 * @param data what changed; null for a reader who may not see it
 * @param sealed whether it is under a seal
 * @param hash of the content, hexadecimal
 */
public record JournalRow(
        long id,
        Instant at,
        String actor,
        String institution,
        String action,
        String subjectKind,
        String subject,
        @Nullable JsonNode data,
        boolean sealed,
        String hash) {

    /** What changed, laid out for reading; null for a reader who may not see it. */
    public @Nullable String dataText() {
        return data == null ? null : data.toPrettyString();
    }

    /** The subject as the value of a query parameter. */
    public String subjectEncoded() {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }
}
