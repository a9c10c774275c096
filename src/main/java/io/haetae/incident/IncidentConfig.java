package io.haetae.incident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of what is done to incidents. */
@ConfigMapping(prefix = "haetae.incident")
interface IncidentConfig {

    /** How long acting on many incidents at once can be taken back; longer makes mistakes cheaper and facts later sure. */
    @WithDefault("PT15M")
    Duration undoWithin();

    /** Longest time for which a person may let a deadline stand still at once; longer hides what nobody waits for. */
    @WithDefault("P7D")
    Duration longestPause();

    /** Largest attachment in bytes; larger ones are refused. */
    @WithDefault("5242880")
    long fileLimit();
}
