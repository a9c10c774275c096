package io.haetae.access;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Asks several things at once: one that asks by itself leaves half of the machine waiting. */
final class SideBySide {

    private static final int AT_ONCE = 4;

    private SideBySide() {}

    /** Does something with each of them, in no order, and fails as the first that failed. */
    static <T> void each(Collection<T> things, Consumer<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<? extends Future<?>> done = things.stream()
                    .map(thing -> threads.submit(() -> work.accept(thing)))
                    .toList();
            for (Future<?> one : done) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
