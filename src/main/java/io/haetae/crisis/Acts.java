package io.haetae.crisis;

import io.haetae.audit.Journal;
import io.haetae.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every verb of a crisis does: read the clock once, say when it happened, write the journal. */
@ApplicationScoped
class Acts {

    /** Clocks of those who write things down differ a little from ours. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Journal journal;
    private final Clock clock;

    Acts(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** The instant of this verb. */
    Instant now() {
        return clock.instant();
    }

    /** When it happened: now unless it is said; refuses (422) the future. */
    Instant happened(String pointer, @Nullable Instant said, Instant now) {
        if (said != null && said.isAfter(now.plus(TOLERANCE))) {
            throw Refusal.field(pointer, "in-the-future", said);
        }
        return said == null ? now : said;
    }

    void record(String rule, Crisis crisis, Map<String, ?> data) {
        journal.record(rule, CrisisNotices.CRISIS, crisis.number, data);
    }
}
