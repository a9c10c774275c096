package io.haetae.web.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Optional;

@ConfigMapping(prefix = "haetae.demo")
interface DemoConfig {

    /** {@code HAETAE_DEMO}: load the demonstration at start, into an empty register only. Never set it in production. */
    @WithParentName
    @WithDefault("false")
    boolean atStart();

    /**
     * {@code HAETAE_DEMO_PASSWORD}: the password of every demonstration account. Without it a random one is made and
     * shown once.
     */
    Optional<String> password();
}
