package io.haetae.audit;

import io.haetae.kernel.SigningKey;
import jakarta.inject.Singleton;

/** The key that signs seals. It never enters the database, whose owner could otherwise sign another history. */
@Singleton
class SealKey extends SigningKey {

    SealKey(AuditConfig config) {
        super(config.signingKey());
    }
}
