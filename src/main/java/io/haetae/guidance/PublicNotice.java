package io.haetae.guidance;

import io.haetae.continuity.PublicDeadline;
import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A notice as the public reads it.
 *
 * @param incident id of the failure it is about
 * @param deadlines how deadlines move, as known now
 */
record PublicNotice(
        UUID id,
        UUID incident,
        LocalizedText title,
        LocalizedText body,
        Instant publishedAt,
        List<PublicDeadline> deadlines) {

    PublicNotice {
        deadlines = List.copyOf(deadlines);
    }
}
