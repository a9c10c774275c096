package io.haetae.register.transfer;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests elsewhere have waiting imports carried out. */
@ApplicationScoped
public class ImportDriver {

    private final ImportSweep sweep;

    ImportDriver(ImportSweep sweep) {
        this.sweep = sweep;
    }

    /** One round of the sweep. */
    public void run() {
        sweep.run();
    }
}
