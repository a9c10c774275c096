package io.haetae.grading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is taken as evidence. */
@ConfigMapping(prefix = "haetae.grading.evidence")
interface EvidenceConfig {

    /** Largest file of evidence in bytes; larger ones are refused. */
    @WithDefault("5242880")
    long fileLimit();
}
