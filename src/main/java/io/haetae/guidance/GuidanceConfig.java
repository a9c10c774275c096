package io.haetae.guidance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the public status says about itself. */
@ConfigMapping(prefix = "haetae.guidance")
interface GuidanceConfig {

    /** Id of the page in the Statuspage format: clients tell pages apart by it. */
    @WithDefault("haetae")
    String pageId();

    /** Where the public reaches the page; links of the feed begin with it. */
    @WithDefault("http://localhost:8080/status")
    URI url();

    /** How long one look at the incidents serves everybody. Longer spares the database, and the page lags behind. */
    @WithDefault("10S")
    Duration cache();

    /** How long browsers and proxies may keep an answer. */
    @WithDefault("30S")
    Duration maxAge();

    /** How long a failure stays listed after it was mended. */
    @WithDefault("7D")
    Duration history();

    /** How far ahead planned work is announced. */
    @WithDefault("30D")
    Duration maintenanceAhead();

    Export export();

    /** The status as files, for a web server that this network cannot be reached from. */
    interface Export {

        /** Folder that gets a new copy each minute; without it there is only the archive at /status/export.zip. */
        Optional<Path> folder();

        /** How often a copy is written. */
        @WithDefault("60s")
        String every();

        /** PEM file with the Ed25519 key that signs the copies; made at first use, the same for every replica. */
        @WithDefault("${haetae.data-dir}/secrets/status-export.pem")
        Path signingKey();
    }
}
