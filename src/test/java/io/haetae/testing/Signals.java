package io.haetae.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that Java itself cannot send. */
public final class Signals {

    private Signals() {}

    /** Sends one to a process that the test has started. */
    public static void send(String signal, long process) {
        try {
            int ended = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process)
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(ended).as("kill -%s %d", signal, process).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
