package io.haetae.web;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Filters are made before the runtime configuration is; on the JVM both read the same sources. */
@StaticInitSafe
@ConfigMapping(prefix = "haetae.web")
interface WebConfig {

    /**
     * The address under which people reach the service, such as {@code https://haetae.example.go.kr}. Set it behind a
     * proxy that rewrites the Host header; links in messages use it, and cookies become secure when it is https.
     */
    Optional<URI> publicUrl();

    /** Whether the log-in page offers single sign-on. */
    @WithDefault("${quarkus.oidc.tenant-enabled}")
    boolean singleSignOn();

    /** From how many incidents that come one upon another the board speaks of a storm (product default). */
    @WithDefault("20")
    int stormFrom();

    /** Largest body in bytes. */
    @WithDefault("2097152")
    long bodyLimit();

    /** Largest import, file of evidence or post of alerts in bytes. */
    @WithDefault("10485760")
    long importLimit();

    /** The limit for a path. */
    default long limit(String path) {
        boolean large = path.endsWith("/import")
                || path.endsWith("/systems/imports")
                || path.endsWith("/files")
                || path.startsWith("/api/v1/intake/");
        return large ? importLimit() : bodyLimit();
    }
}
