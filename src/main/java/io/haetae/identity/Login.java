package io.haetae.identity;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a password, a session or a token into the {@link Actor} it proves. */
@ApplicationScoped
public class Login {

    /** How long a session lives without being used. */
    public static final Duration IDLE = Duration.ofHours(8);

    /** Tokens begin with this, so that they are told from OIDC's and found by secret scanners. */
    public static final String TOKEN_PREFIX = "hae_";

    private static final Set<Role> EVERYWHERE = EnumSet.of(Role.SITUATION, Role.SUPPORT, Role.ADMIN, Role.AUDITOR);
    private static final Set<Role> FOR_AUTHORITY = EnumSet.of(Role.OPERATOR, Role.AUTHORITY, Role.HQ);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private static final String PERSON = """
            select p.id, p.username, p.name, p.institution, array_agg(r.role), p.password_hash, p.credential_version
              from identity_person p join identity_person_role r on r.person = p.id
            """;

    private final EntityManager database;
    private final Passwords passwords;
    private final PasswordCache proven;
    private final LoginLimit limit;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    Login(
            EntityManager database,
            Passwords passwords,
            PasswordCache proven,
            LoginLimit limit,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.proven = proven;
        this.limit = limit;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /** A session opened: the secret goes into the cookie and is kept nowhere. */
    public record Session(Actor actor, String secret, Instant expiresAt) {}

    /**
     * The person that name and password prove. A proof is remembered for a minute, because Basic sends it with every
     * call and bcrypt is slow on purpose. Refuses with 401, and with 429 after too many wrong tries.
     */
    @Transactional
    public Actor password(String username, String password, String address) {
        if (username.indexOf('\0') >= 0) {
            throw new Refusal(IdentityError.BAD_CREDENTIALS); // no name, and no text for the database
        }
        Instant now = clock.instant();
        limit.check(username, address, now);
        Object[] row = one(PERSON + " where p.username = ?1 and p.active group by p.id", username);
        String hash = row == null ? null : (String) row[5];
        boolean right = row != null && proven.knows(username, password, (Integer) row[6], now);
        if (!right) {
            right = passwords.matchesHash(hash, password);
            if (right && row != null) {
                proven.remember(username, password, (Integer) row[6], now);
            }
        }
        if (!right || row == null) {
            limit.failed(username, address, now);
            throw new Refusal(IdentityError.BAD_CREDENTIALS);
        }
        return actor(row);
    }

    /** Opens a session for a person who has just proved the password. */
    @Transactional
    public Session open(Actor actor) {
        Instant now = clock.instant();
        String secret = Secret.random();
        Instant expires = now.plus(IDLE);
        database.createNativeQuery("insert into identity_session (hash, person, created_at, last_seen_at, expires_at)"
                        + " values (?1, ?2, ?3, ?3, ?4)")
                .setParameter(1, Secret.hash(secret))
                .setParameter(2, actor.id())
                .setParameter(3, now)
                .setParameter(4, expires)
                .executeUpdate();
        current.set(actor);
        journal.record("identity.logged-in", "PERSON", actor.username(), Map.of());
        return new Session(actor, secret, expires);
    }

    /** The person of a session that is open, if it is. Using it keeps it open. */
    @Transactional
    public Optional<Actor> session(String secret) {
        Instant now = clock.instant();
        byte[] hash = Secret.hash(secret);
        Object[] row = one(
                PERSON + " join identity_session s on s.person = p.id where s.hash = ?1 and s.expires_at > ?2"
                        + " and p.active group by p.id",
                hash,
                now);
        if (row == null) {
            return Optional.empty();
        }
        database.createNativeQuery("update identity_session set last_seen_at = ?2, expires_at = ?3"
                        + " where hash = ?1 and last_seen_at < ?4")
                .setParameter(1, hash)
                .setParameter(2, now)
                .setParameter(3, now.plus(IDLE))
                .setParameter(4, now.minus(SEEN_EVERY))
                .executeUpdate();
        return Optional.of(actor(row));
    }

    /** Ends a session; unknown ones are no error. */
    @Transactional
    public void close(String secret) {
        database.createNativeQuery("delete from identity_session where hash = ?1")
                .setParameter(1, Secret.hash(secret))
                .executeUpdate();
    }

    /**
     * The person of a token that is neither revoked nor expired, if it is one of ours. Asked with every call of a
     * program, therefore in one round trip, without a transaction around it.
     */
    @Transactional(TxType.SUPPORTS)
    public Optional<Actor> token(String token) {
        Object[] row = one(
                PERSON + " join identity_token t on t.person = p.id where t.hash = ?1 and t.revoked_at is null"
                        + " and (t.expires_at is null or t.expires_at > ?2) and p.active group by p.id",
                Secret.hash(token),
                clock.instant());
        return Optional.ofNullable(row).map(Login::actor);
    }

    /** The active person with that log-in name: for single sign-on, which has proved it already. */
    @Transactional
    public Optional<Actor> proven(String username) {
        Object[] row = one(PERSON + " where p.username = ?1 and p.active group by p.id", username);
        return Optional.ofNullable(row).map(Login::actor);
    }

    private Object @Nullable [] one(String sql, Object... parameters) {
        var query = database.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        List<?> rows = query.getResultList();
        return rows.isEmpty() ? null : (Object[]) rows.get(0);
    }

    private static Actor actor(Object[] row) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row[4]).map(Role::valueOf).forEach(roles::add);
        String institution = Objects.requireNonNullElse((String) row[3], "");
        return new Actor(
                (UUID) row[0], (String) row[1], (String) row[2], institution, roles, scope(institution, roles));
    }

    /** What the roles reach from the institution; see {@link Scope}. */
    static Scope scope(String institution, Set<Role> roles) {
        Set<String> keys = new HashSet<>();
        if (!institution.isEmpty()) {
            keys.add(institution);
            if (roles.stream().anyMatch(FOR_AUTHORITY::contains)) {
                keys.add(Scope.authorityKey(institution));
            }
        }
        return new Scope(roles.stream().anyMatch(EVERYWHERE::contains), keys);
    }
}
