package io.haetae.kernel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The keys that personal data is encrypted with. */
@ConfigMapping(prefix = "haetae.encryption")
interface EncryptionConfig {

    /**
     * {@code HAETAE_ENCRYPTION_KEY}: 32 random bytes in Base64. Every replica needs the same one. Without it the key is
     * made at first use in {@link #keyFile()}. Whoever loses it loses what is encrypted.
     */
    Optional<String> key();

    /** Where the key stands when it is not configured; readable by the service's own user only. */
    @WithDefault("${haetae.data-dir}/secrets/encryption.key")
    Path keyFile();

    /** Keys used before, so that what they encrypted stays readable after a change of key. */
    Optional<List<String>> formerKeys();
}
