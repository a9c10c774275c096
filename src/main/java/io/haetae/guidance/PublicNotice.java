package io.haetae.guidance;

import io.haetae.continuity.PublicDeadline;
import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A notice as the public reads it.
 *
 * @param incident id of the failure it is about
 * @param deadlines how deadlines move, as known now
 * @param others the same in other languages, by their code
 */
record PublicNotice(
        UUID id,
        UUID incident,
        LocalizedText title,
        LocalizedText body,
        Instant publishedAt,
        List<PublicDeadline> deadlines,
        Map<String, String> others) {

    PublicNotice {
        deadlines = List.copyOf(deadlines);
        others = Map.copyOf(others);
    }
}
