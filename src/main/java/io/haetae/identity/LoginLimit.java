package io.haetae.identity;

import io.haetae.kernel.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Slows guessing: after ten wrong tries for a name, or a hundred from an address, in fifteen minutes, no more are
 * taken until the window ends. Counted in the database, so that replicas count together.
 */
@ApplicationScoped
class LoginLimit {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PER_NAME = 10;
    private static final int PER_ADDRESS = 100;

    private final EntityManager database;

    LoginLimit(EntityManager database) {
        this.database = database;
    }

    /** Refuses (429) while the window of the name or the address is used up. */
    void check(String username, String address, Instant now) {
        List<?> used = database.createNativeQuery("select key from identity_login_failure where window_start > ?1"
                        + " and ((key = ?2 and failures >= ?3) or (key = ?4 and failures >= ?5))")
                .setParameter(1, now.minus(WINDOW))
                .setParameter(2, nameKey(username))
                .setParameter(3, PER_NAME)
                .setParameter(4, addressKey(address))
                .setParameter(5, PER_ADDRESS)
                .getResultList();
        if (!used.isEmpty()) {
            throw new Refusal(IdentityError.TOO_MANY_TRIES, Map.of("minutes", WINDOW.toMinutes(), "limit", PER_NAME));
        }
    }

    /** Counts a wrong try. In its own transaction: the refusal that follows must not undo the count. */
    void failed(String username, String address, Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            count(nameKey(username), now);
            count(addressKey(address), now);
        });
    }

    private void count(String key, Instant now) {
        database.createNativeQuery("""
                        insert into identity_login_failure as f (key, window_start, failures) values (?1, ?2, 1)
                        on conflict (key) do update set
                            failures = case when f.window_start > ?3 then f.failures + 1 else 1 end,
                            window_start = case when f.window_start > ?3 then f.window_start else ?2 end
                        """)
                .setParameter(1, key)
                .setParameter(2, now)
                .setParameter(3, now.minus(WINDOW))
                .executeUpdate();
    }

    private static String nameKey(String username) {
        return "name:" + username.substring(0, Math.min(username.length(), 80));
    }

    private static String addressKey(String address) {
        return "address:" + address;
    }
}
