package io.haetae.testing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts what is sent to the database, by what the driver says of itself. */
public final class Statements {

    private static final String DRIVER = "org.postgresql.core.v3.QueryExecutorImpl";
    private static final int TRIES = 3;

    private Statements() {}

    /** How many statements an act takes: the fewest of three times, because others may work beside it. */
    public static int of(Runnable act) {
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            fewest = Math.min(fewest, once(act));
        }
        return fewest;
    }

    private static int once(Runnable act) {
        Logger driver = Logger.getLogger(DRIVER);
        Level before = driver.getLevel();
        Counter counter = new Counter();
        driver.addHandler(counter);
        driver.setUseParentHandlers(false);
        driver.setLevel(Level.FINEST);
        try {
            act.run();
        } finally {
            driver.setLevel(before);
            driver.setUseParentHandlers(true);
            driver.removeHandler(counter);
        }
        return counter.executed.get();
    }

    private static final class Counter extends Handler {

        private final AtomicInteger executed = new AtomicInteger();

        @Override
        public void publish(LogRecord said) {
            if (said.getMessage().contains("FE=> Execute")) {
                executed.incrementAndGet();
            }
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }
}
