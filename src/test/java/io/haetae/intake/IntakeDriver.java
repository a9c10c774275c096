package io.haetae.intake;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other rooms do at once what the sweep of alerts does each second. */
@ApplicationScoped
public class IntakeDriver {

    private final IntakeSweep sweep;

    IntakeDriver(IntakeSweep sweep) {
        this.sweep = sweep;
    }

    /** Carries out what is due. */
    public void run() {
        sweep.run();
    }
}
