package io.haetae.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is taken in at once, and when a repeat is doubted to be an echo. */
@ConfigMapping(prefix = "haetae.intake")
interface IntakeConfig {

    /** Posts that are read and written at once by a replica. More than there are cores only makes each slower. */
    @WithDefault("4")
    int postsAtOnce();

    /** Bytes of posts that a replica holds at once; what comes on top is answered 503 and sent again by its sender. */
    @WithDefault("67108864")
    long bytesAtOnce();

    /** How long a post waits for its turn before it is answered 503. */
    @WithDefault("PT10S")
    Duration patience();

    /** Alerts in one post. */
    @WithDefault("20000")
    int alertsAtOnce();

    /**
     * How long after people said that a system has recovered a repeat of an alert that is still open is taken for an
     * echo. After that it begins a new incident: what still fires has not recovered.
     */
    @WithDefault("PT5M")
    Duration echoAfterRecovery();

    /** Longest silence. A longer one is forgotten; what lasts is a maintenance window, which somebody else approves. */
    @WithDefault("72H")
    Duration longestSilence();
}
