package io.haetae.identity;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hashes and compares passwords. At most two hashes run at once: a flood of log-ins may not take every core. */
@ApplicationScoped
class Passwords {

    private static final int COST = 12;
    /** Random bytes that nobody kept: hashing some at every start took most of a second. */
    private static final String DECOY = "BeVZcE0EaU5mgMqywmbNDeLrTQOYQn7xTZ15B.gQ03HxMZmiqoWZO";

    private final Semaphore hashing = new Semaphore(2, true);
    private final int cost;
    /** Compared against when there is no such person, so that the answer takes as long as a wrong password. */
    private final String decoy;

    Passwords() {
        this(COST);
    }

    /** With bcrypt's cost, 4 to 31: the logarithm of its rounds. */
    Passwords(int cost) {
        this.cost = cost;
        decoy = "$2a$%02d$".formatted(cost) + DECOY;
    }

    String hash(String password) {
        return limited(() -> BcryptUtil.bcryptHash(password, cost));
    }

    boolean matches(Person person, String password) {
        return matchesHash(person.passwordHash(), password);
    }

    /** Whether the password fits the hash; a null hash never matches but takes as long. */
    boolean matchesHash(@Nullable String hash, String password) {
        boolean equal = limited(() -> BcryptUtil.matches(password, hash == null ? decoy : hash));
        return equal && hash != null;
    }

    private <T> T limited(Supplier<T> work) {
        hashing.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }
}
