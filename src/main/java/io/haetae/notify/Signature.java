package io.haetae.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proof that a message comes from this installation and when it left: HMAC-SHA256 with the endpoint's secret over the
 * time, a full stop and the body. The time inside lets a receiver refuse a message that somebody plays again.
 */
final class Signature {

    /** Where a webhook finds it. */
    static final String HEADER = "Haetae-Signature";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Signature() {}

    /** {@code t=<seconds since 1970>,v1=<hex>}. */
    static String of(String secret, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }

    /** A new secret of 256 bits. */
    static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
