package io.haetae.duty.oversight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How the check of what is late runs. */
@ConfigMapping(prefix = "haetae.oversight")
interface OversightConfig {

    /** How often each replica checks; {@code off} checks never. */
    @WithDefault("30s")
    String every();

    /** How long something may be late before it is found. Longer than the sweeps take to try again. */
    @WithDefault("2M")
    Duration grace();

    /** Where to signal after each check that found the service in time, such as a watchdog in another data centre. */
    Optional<URI> deadManUrl();

    /** How long the signal may take. */
    @WithDefault("5S")
    Duration timeout();
}
