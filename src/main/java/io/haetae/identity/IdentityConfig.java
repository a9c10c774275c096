package io.haetae.identity;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

@ConfigMapping(prefix = "haetae.admin")
interface IdentityConfig {

    /** Password of the first administrator; used on the first start only. Absent: a random one is printed. */
    Optional<String> password();
}
