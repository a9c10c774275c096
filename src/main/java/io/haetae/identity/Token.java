package io.haetae.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token; only the hash of its secret is kept. */
@Entity
@Table(name = "identity_token")
class Token {

    @Id
    private UUID id;

    private UUID person;
    private String name;
    private byte[] hash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Token() {}

    Token(UUID id, UUID person, String name, byte[] hash, Instant createdAt, @Nullable Instant expiresAt) {
        this.id = id;
        this.person = person;
        this.name = name;
        this.hash = hash.clone();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    /** Revokes; false when it was revoked before. */
    boolean revoke(Instant at) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = at;
        return true;
    }

    public UUID getId() {
        return id;
    }

    public UUID getPerson() {
        return person;
    }

    public String getName() {
        return name;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public @Nullable Instant getExpiresAt() {
        return expiresAt;
    }

    public @Nullable Instant getRevokedAt() {
        return revokedAt;
    }
}
