package io.haetae.identity;

import io.haetae.audit.Journal;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens with which programs act as the person who made them. */
@ApplicationScoped
public class TokenService {

    private final Tokens tokens;
    private final IdentityMapper mapper;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    TokenService(Tokens tokens, IdentityMapper mapper, Journal journal, CurrentActor actor, Clock clock) {
        this.tokens = tokens;
        this.mapper = mapper;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * A token to make.
     *
     * @param name what it is for
     * @param expiresAt when it ends, or null for never
     */
    public record TokenCommand(
            @NotBlank @Size(max = 80) String name, @Nullable Instant expiresAt) {}

    /** A token just made; the secret is shown this once. */
    public record NewToken(
            UUID id, String name, String token, @Nullable Instant expiresAt) {}

    /** A token as its owner sees it. */
    public record TokenView(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {}

    /** Makes a token for the acting person. */
    @Transactional
    public NewToken create(TokenCommand command) {
        Instant now = clock.instant();
        if (command.expiresAt() != null && !command.expiresAt().isAfter(now)) {
            throw Refusal.field("/expiresAt", "in-the-past", command.expiresAt());
        }
        UUID id = Ids.at(now);
        String secret = Login.TOKEN_PREFIX + Secret.random();
        tokens.persist(new Token(id, actor.get().id(), command.name(), Secret.hash(secret), now, command.expiresAt()));
        journal.record("identity.token-created", "PERSON", actor.get().username(), Map.of("token", id.toString()));
        return new NewToken(id, command.name(), secret, command.expiresAt());
    }

    /** The acting person's tokens, newest first. */
    @Transactional
    public List<TokenView> own() {
        return tokens.list("person", Sort.descending("id"), actor.get().id()).stream()
                .map(mapper::view)
                .toList();
    }

    /** Revokes one of the acting person's tokens, at once. */
    @Transactional
    public void revoke(UUID id) {
        Token token = tokens.findById(id);
        if (token == null || !token.getPerson().equals(actor.get().id()) || !token.revoke(clock.instant())) {
            throw Refusal.notFound();
        }
        journal.record("identity.token-revoked", "PERSON", actor.get().username(), Map.of("token", id.toString()));
    }
}
