package io.haetae.procedure;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other rooms do at once what the sweep of runs does each second. */
@ApplicationScoped
public class RunDriver {

    private final RunSweep sweep;

    RunDriver(RunSweep sweep) {
        this.sweep = sweep;
    }

    /** Carries out what is due. */
    public void run() {
        sweep.run();
    }
}
