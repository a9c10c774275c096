package io.haetae.kernel;

import java.util.List;

/** A room's own look at whether the service is set up safely. Collected at start and by the readiness probe. */
public interface Readiness {

    /** What is wrong now; empty when all is well. */
    List<Finding> look();

    /**
     * One thing that is not as it should be.
     *
     * @param severe true when the service must not take traffic with it
     * @param what one English sentence for the log and the probe, with no secret in it
     */
    record Finding(boolean severe, String what) {}
}
