package io.haetae.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proof that a message comes from this installation and when it left: HMAC-SHA256 with the endpoint's secret over the
 * time, a full stop and the body. The time inside lets a receiver refuse a message that somebody plays again.
 */
final class Signature {

    /** Where a webhook finds it. */
    static final String HEADER = "Haetae-Signature";

    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,11}),v1=[0-9a-f]{64}");
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

    /** Whether a signature is of this body, by this secret, and no older (or younger) than that. */
    static boolean holds(String signature, String secret, byte[] body, Instant now, Duration fresh) {
        Matcher parts = FORM.matcher(signature.strip());
        if (!parts.matches()) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        byte[] right = of(secret, at, body).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(right, signature.strip().getBytes(StandardCharsets.US_ASCII))
                && Duration.between(at, now).abs().compareTo(fresh) <= 0;
    }

    /** A new secret of 256 bits. */
    static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
