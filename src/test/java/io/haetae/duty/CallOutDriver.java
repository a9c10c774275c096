package io.haetae.duty;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other rooms carry out what is due, in place of the scheduler, which does not run in tests. */
@ApplicationScoped
public class CallOutDriver {

    private final EscalationSweep sweep;

    CallOutDriver(EscalationSweep sweep) {
        this.sweep = sweep;
    }

    /** One round of the sweep. */
    public void run() {
        sweep.run();
    }
}
