package io.haetae.identity;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
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
    /** 종합상황실 and 사이버장애지원단 log and escalate anywhere: they see the operational face of every system. */
    private static final Set<Role> INSIDE = EnumSet.of(Role.ADMIN, Role.AUDITOR);

    private static final Set<Role> FOR_AUTHORITY = EnumSet.of(Role.OPERATOR, Role.AUTHORITY, Role.HQ);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private static final String PERSON = """
            select p.id, p.username, p.name, p.institution, array_agg(r.role), p.password_hash, p.credential_version,
                   array(select distinct g.key from identity_grant g where g.person = p.id and g.until is null
                      and exists (select from identity_person_role held where held.person = p.id and held.role = g.role))
              from identity_person p join identity_person_role r on r.person = p.id
            """;

    private final Sql sql;
    private final Passwords passwords;
    private final PasswordCache proven;
    private final LoginLimit limit;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    Login(
            Sql sql,
            Passwords passwords,
            PasswordCache proven,
            LoginLimit limit,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.sql = sql;
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
        Known person = byName(username).orElse(null);
        boolean right = person != null && proven.knows(username, password, person.credentialVersion(), now);
        if (!right) {
            right = passwords.matchesHash(person == null ? null : person.passwordHash(), password);
            if (right && person != null) {
                proven.remember(username, password, person.credentialVersion(), now);
            }
        }
        if (!right || person == null) {
            limit.failed(username, address, now);
            throw new Refusal(IdentityError.BAD_CREDENTIALS);
        }
        return person.actor();
    }

    /** Opens a session for a person who has just proved the password. */
    @Transactional
    public Session open(Actor actor) {
        Instant now = clock.instant();
        String secret = Secret.random();
        Instant expires = now.plus(IDLE);
        sql.update(
                "insert into identity_session (hash, person, created_at, last_seen_at, expires_at) values (?, ?, ?, ?, ?)",
                Secret.hash(secret),
                actor.id(),
                now,
                now,
                expires);
        current.set(actor);
        journal.record("identity.logged-in", "PERSON", actor.username(), Map.of());
        return new Session(actor, secret, expires);
    }

    /** The person of a session that is open, if it is. Using it keeps it open. */
    @Transactional
    public Optional<Actor> session(String secret) {
        Instant now = clock.instant();
        byte[] hash = Secret.hash(secret);
        Optional<Known> person = one(
                PERSON + " join identity_session s on s.person = p.id where s.hash = ? and s.expires_at > ?"
                        + " and p.active group by p.id",
                hash,
                now);
        if (person.isPresent()) {
            sql.update(
                    "update identity_session set last_seen_at = ?, expires_at = ? where hash = ? and last_seen_at < ?",
                    now,
                    now.plus(IDLE),
                    hash,
                    now.minus(SEEN_EVERY));
        }
        return person.map(Known::actor);
    }

    /** Ends a session; unknown ones are no error. */
    @Transactional
    public void close(String secret) {
        sql.update("delete from identity_session where hash = ?", (Object) Secret.hash(secret));
    }

    /**
     * The person of a token that is neither revoked nor expired, if it is one of ours. Asked with every call of a
     * program, therefore in one round trip, without a transaction around it.
     */
    @Transactional(TxType.SUPPORTS)
    public Optional<Actor> token(String token) {
        return one(
                        PERSON + " join identity_token t on t.person = p.id where t.hash = ? and t.revoked_at is null"
                                + " and (t.expires_at is null or t.expires_at > ?) and p.active group by p.id",
                        Secret.hash(token),
                        clock.instant())
                .map(Known::actor);
    }

    /** The active person with that log-in name: for single sign-on, which has proved it already. */
    @Transactional
    public Optional<Actor> proven(String username) {
        return byName(username).map(Known::actor);
    }

    private Optional<Known> byName(String username) {
        return one(PERSON + " where p.username = ? and p.active group by p.id", username);
    }

    private Optional<Known> one(String query, Object... parameters) {
        return sql.first(query, Login::known, parameters);
    }

    /** A person with what proves him. */
    private record Known(Actor actor, @Nullable String passwordHash, int credentialVersion) {}

    private static Known known(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : (String[]) row.getArray(5).getArray()) {
            roles.add(Role.valueOf(role));
        }
        String institution = Objects.requireNonNullElse(row.getString(4), "");
        Actor actor = new Actor(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                institution,
                roles,
                scope(institution, roles, Set.of((String[]) row.getArray(8).getArray())));
        return new Known(actor, row.getString(6), row.getInt(7));
    }

    /** What the roles reach from the institution, and what was granted; see {@link Scope}. */
    static Scope scope(String institution, Set<Role> roles, Set<String> granted) {
        Set<String> keys = new HashSet<>(granted);
        if (!institution.isEmpty()) {
            keys.add(institution);
            if (roles.stream().anyMatch(FOR_AUTHORITY::contains)) {
                keys.add(Scope.authorityKey(institution));
            }
        }
        return new Scope(
                roles.stream().anyMatch(EVERYWHERE::contains), roles.stream().anyMatch(INSIDE::contains), keys);
    }
}
