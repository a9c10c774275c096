package io.haetae.intake;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other rooms do at once what the sweeps of alerts do by themselves. */
@ApplicationScoped
public class IntakeDriver {

    private final IntakeSweep sweep;
    private final CorrelationSweep correlation;

    IntakeDriver(IntakeSweep sweep, CorrelationSweep correlation) {
        this.sweep = sweep;
        this.correlation = correlation;
    }

    /** Carries out what is due. */
    public void run() {
        sweep.run();
    }

    /** Proposes what to see together. */
    public void correlate() {
        correlation.run();
    }
}
