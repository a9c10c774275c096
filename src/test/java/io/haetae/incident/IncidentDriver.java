package io.haetae.incident;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other rooms do at once what the sweep of incidents does each second. */
@ApplicationScoped
public class IncidentDriver {

    private final IncidentSweep sweep;

    IncidentDriver(IncidentSweep sweep) {
        this.sweep = sweep;
    }

    /** Carries out what is due. */
    public void run() {
        sweep.run();
    }
}
