package io.haetae.register;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the register takes. */
@ConfigMapping(prefix = "haetae.register")
interface RegisterConfig {

    /** Largest file of evidence in bytes; larger ones are refused. */
    @WithDefault("5242880")
    long fileLimit();
}
