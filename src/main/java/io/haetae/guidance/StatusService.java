package io.haetae.guidance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The public status as of a few seconds ago at most: in a large failure everybody looks at once, and the database has
 * other work then.
 */
@ApplicationScoped
class StatusService {

    private final StatusReader reader;
    private final Clock clock;
    private final GuidanceConfig config;
    private @Nullable StatusBoard last;

    StatusService(StatusReader reader, Clock clock, GuidanceConfig config) {
        this.reader = reader;
        this.clock = clock;
        this.config = config;
    }

    /** One reader at a time asks the database; the others wait for what it finds. */
    synchronized StatusBoard current() {
        Instant now = clock.instant();
        StatusBoard board = last;
        if (board == null || Duration.between(board.at(), now).abs().compareTo(config.cache()) >= 0) {
            board = reader.read();
            last = board;
        }
        return board;
    }

    /** How long anybody may keep what he was told. */
    String cacheControl() {
        return "public, max-age=" + config.maxAge().toSeconds();
    }
}
