package io.haetae.remedy.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "haetae.remedy")
interface PlanConfig {

    /** Largest attachment of a guideline or a plan in bytes; larger ones are refused. */
    @WithDefault("5242880")
    long fileLimit();
}
