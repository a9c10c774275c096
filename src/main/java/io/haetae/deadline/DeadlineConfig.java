package io.haetae.deadline;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the deadline room. */
@ConfigMapping(prefix = "haetae.deadline")
interface DeadlineConfig {

    /**
     * A file of holidays to use instead of the packed one, of the same form. Set it to add a temporary holiday the day
     * it is designated; deadlines already frozen keep their dates until their room computes them anew.
     */
    Optional<Path> holidays();
}
