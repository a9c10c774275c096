package io.haetae.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A silence in effect, as it is asked about an alert. Everything that it names must hold; it never reaches further than
 * its maker.
 */
record SilenceRule(
        UUID id,
        String reason,
        String maker,
        Instant until,
        @Nullable String source,
        @Nullable UUID system,
        @Nullable String site,
        @Nullable String label,
        @Nullable String value,
        Set<String> reach,
        boolean reachesAll) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * An alert as a silence sees it.
     *
     * @param evidence as its source sent it
     */
    record Alert(String source, UUID system, @Nullable String site, Set<String> scopeKeys, String evidence) {}

    boolean covers(Alert alert) {
        return (reachesAll || !Collections.disjoint(reach, alert.scopeKeys()))
                && (source == null || source.equals(alert.source()))
                && (system == null || system.equals(alert.system()))
                && (site == null || site.equals(alert.site()))
                && (label == null || says(alert.evidence()));
    }

    /** Labels stand under {@code labels}, or at the top where a source has no such thing. */
    private boolean says(String evidence) {
        try {
            JsonNode sent = JSON.readTree(evidence);
            JsonNode labelled = sent.path("labels").path(label);
            JsonNode said = labelled.isValueNode() ? labelled : sent.path(label);
            return said.isValueNode() && said.asText().equals(value);
        } catch (JsonProcessingException e) {
            return false; // what cannot be read is not silenced
        }
    }
}
