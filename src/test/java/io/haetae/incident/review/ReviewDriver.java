package io.haetae.incident.review;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other rooms do at once what the sweep of reviews does each second. */
@ApplicationScoped
public class ReviewDriver {

    private final ReviewSweep sweep;

    ReviewDriver(ReviewSweep sweep) {
        this.sweep = sweep;
    }

    /** Carries out what is due. */
    public void run() {
        sweep.run();
    }
}
