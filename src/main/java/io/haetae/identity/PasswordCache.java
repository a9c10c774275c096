package io.haetae.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a minute which name and password were right. What is kept is an HMAC under a key of this process, so
 * the memory of the service holds nothing that proves anything elsewhere; a new password changes its version and so
 * its HMAC.
 */
@ApplicationScoped
class PasswordCache {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final int MOST = 10_000;

    private final SecretKeySpec key = newKey();
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    boolean knows(String username, String password, int credentialVersion, Instant now) {
        Instant end = until.get(proof(username, password, credentialVersion));
        return end != null && end.isAfter(now);
    }

    void remember(String username, String password, int credentialVersion, Instant now) {
        if (until.size() >= MOST) {
            until.values().removeIf(end -> !end.isAfter(now));
        }
        if (until.size() < MOST) {
            until.put(proof(username, password, credentialVersion), now.plus(LIFE));
        }
    }

    private String proof(String username, String password, int credentialVersion) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            String text = username + "\u001f" + credentialVersion + "\u001f" + password;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static SecretKeySpec newKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
