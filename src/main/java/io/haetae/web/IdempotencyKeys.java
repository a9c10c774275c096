package io.haetae.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps which request came with which key and how it was answered, for a day. */
@ApplicationScoped
class IdempotencyKeys {

    private static final Duration LIFE = Duration.ofHours(24);

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    IdempotencyKeys(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** A request with a key. */
    record Claim(UUID actor, String key, String path, byte[] bodyHash) {}

    /** The first request with a key, and its answer once there is one. */
    record Kept(
            String path,
            byte[] bodyHash,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String body) {

        boolean sameRequest(Claim claim) {
            return path.equals(claim.path()) && Arrays.equals(bodyHash, claim.bodyHash());
        }
    }

    static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Takes the key for this request, or gives back the one that has it. The unique key decides, not this code. */
    @Transactional
    public Optional<Kept> claim(Claim claim) {
        Instant now = clock.instant();
        int taken = database.createNativeQuery("""
                        insert into web_idempotency as w (actor, key, path, body_hash, claimed_at)
                        values (?1, ?2, ?3, ?4, ?5)
                        on conflict (actor, key) do update
                           set path = excluded.path, body_hash = excluded.body_hash, claimed_at = excluded.claimed_at,
                               status = null, location = null, body = null
                         where w.claimed_at < ?6
                        """)
                .setParameter(1, claim.actor())
                .setParameter(2, claim.key())
                .setParameter(3, claim.path())
                .setParameter(4, claim.bodyHash())
                .setParameter(5, now)
                .setParameter(6, now.minus(LIFE))
                .executeUpdate();
        if (taken > 0) {
            return Optional.empty();
        }
        List<?> rows = database.createNativeQuery("select path, body_hash, status, location, body from web_idempotency"
                        + " where actor = ?1 and key = ?2")
                .setParameter(1, claim.actor())
                .setParameter(2, claim.key())
                .getResultList();
        Object[] row = (Object[]) rows.get(0);
        return Optional.of(
                new Kept((String) row[0], (byte[]) row[1], (Integer) row[2], (String) row[3], (String) row[4]));
    }

    /** Keeps the answer. */
    @Transactional
    public void answered(Claim claim, int status, @Nullable String location, @Nullable Object entity) {
        database.createNativeQuery("update web_idempotency set status = ?3, location = cast(?4 as text),"
                        + " body = cast(?5 as text) where actor = ?1 and key = ?2")
                .setParameter(1, claim.actor())
                .setParameter(2, claim.key())
                .setParameter(3, status)
                .setParameter(4, location)
                .setParameter(5, entity == null ? null : write(entity))
                .executeUpdate();
    }

    /** Gives the key back: nothing was done. */
    @Transactional
    public void release(Claim claim) {
        database.createNativeQuery("delete from web_idempotency where actor = ?1 and key = ?2 and status is null")
                .setParameter(1, claim.actor())
                .setParameter(2, claim.key())
                .executeUpdate();
    }

    private String write(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }
}
