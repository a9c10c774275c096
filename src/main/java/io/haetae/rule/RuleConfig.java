package io.haetae.rule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where rules come from. */
@ConfigMapping(prefix = "haetae.rule")
interface RuleConfig {

    /**
     * A folder to use instead of the packed {@code grading-rules}, of the same layout. A version that is in the database
     * stays usable when its file is gone.
     */
    Optional<Path> folder();

    /** How soon an activation made in another replica is noticed; {@code off} notices none before the next start. */
    @WithDefault("2s")
    String refreshEvery();
}
