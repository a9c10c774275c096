package io.haetae.procedure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where manuals come from, and how runs are looked after. */
@ConfigMapping(prefix = "haetae.procedure")
interface ProcedureConfig {

    /**
     * A folder to use instead of the packed {@code manuals}, of the same layout. A version that is in the database stays
     * usable when its file is gone.
     */
    Optional<Path> folder();

    /** Largest file of evidence in bytes; larger ones are refused. */
    @WithDefault("5242880")
    long fileLimit();

    /** How soon a time limit that has passed, or a fact that is awaited, is noticed. */
    @WithDefault("1s")
    String sweepEvery();

    /** How long a run is left alone that could not be looked after. */
    @WithDefault("PT1M")
    Duration postponement();
}
