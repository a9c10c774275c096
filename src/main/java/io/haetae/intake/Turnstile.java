package io.haetae.intake;

import io.haetae.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so much in at once and no more. What does not get in is answered 503 with the limit and its scope, so that the
 * sender tries again; a 4xx it would not send again. Only reading and keeping go through here, first come first served:
 * opening incidents does not, so that a first alert is never behind the incidents of others.
 */
@ApplicationScoped
class Turnstile {

    private static final int KIB = 1_024;

    private final IntakeConfig config;
    private final Semaphore posts;
    private final Semaphore memory;

    Turnstile(IntakeConfig config) {
        this.config = config;
        this.posts = new Semaphore(config.postsAtOnce(), true);
        this.memory = new Semaphore((int) (config.bytesAtOnce() / KIB), true);
    }

    /** The body of a post. */
    @FunctionalInterface
    interface Body {
        byte[] read() throws IOException;
    }

    /** What is done with a body that has got in. */
    @FunctionalInterface
    interface Work<T> {
        T on(byte[] body) throws IOException;
    }

    /**
     * Reads a body and works on it.
     *
     * @param most its length, or the most that it may be
     */
    <T> T pass(long most, Body body, Work<T> work) throws IOException {
        int kib = (int) (most / KIB) + 1;
        if (!memory.tryAcquire(kib)) {
            throw overloaded("bytes-at-once=" + config.bytesAtOnce());
        }
        try {
            byte[] read = body.read();
            return taking(() -> work.on(read));
        } finally {
            memory.release(kib);
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException;
    }

    private <T> T taking(Step<T> step) throws IOException {
        try {
            if (!posts.tryAcquire(config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw overloaded("posts-at-once=" + config.postsAtOnce());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw overloaded("posts-at-once=" + config.postsAtOnce());
        }
        try {
            return step.run();
        } finally {
            posts.release();
        }
    }

    /** A post of more alerts than one may hold never gets in, so that it is told as a wrong body. */
    void check(List<Reading> read) {
        if (read.size() > config.alertsAtOnce()) {
            throw Refusal.field("/alerts", "too-large", config.alertsAtOnce());
        }
    }

    private static Refusal overloaded(String limit) {
        return new Refusal(IntakeError.OVERLOADED, Map.of("limit", limit, "scope", "replica"));
    }
}
