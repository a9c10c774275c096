package io.haetae.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Settings of the journal. */
@ConfigMapping(prefix = "haetae.audit")
interface AuditConfig {

    /**
     * PEM file with the Ed25519 key that signs seals; made at first use. It must lie outside the database, and every
     * replica needs the same one: who has both could write another history. To change the key, put the new pair
     * on top and leave the old public key below it, so that old seals can still be checked.
     */
    @WithDefault("${haetae.data-dir}/secrets/journal-seal.pem")
    Path signingKey();

    /**
     * Where the latest seal is remembered outside the database. Without it nobody notices when the end of the journal is
     * cut off.
     */
    @WithDefault("${haetae.data-dir}/journal-seal.anchor")
    Path anchor();

    /** Most entries under one seal: bounds the time one transaction takes after a long pause. */
    @WithDefault("10000")
    int batch();
}
