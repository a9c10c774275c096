package io.haetae.grading.rebuild;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long what is awaited of a rebuild may take, in working days (product defaults). */
@ConfigMapping(prefix = "haetae.grading.rebuild")
interface RebuildConfig {

    /** Until an answer is reviewed. */
    @WithDefault("10")
    int reviewWithin();

    /** Until an answer is completed. */
    @WithDefault("10")
    int completeWithin();
}
