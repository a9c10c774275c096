package io.haetae.intake;

import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Lets tests of other rooms do at once what the sweeps of alerts do by themselves. */
@ApplicationScoped
public class IntakeDriver {

    private final IntakeSweep sweep;
    private final Correlating correlating;
    private final Sql sql;

    IntakeDriver(IntakeSweep sweep, Correlating correlating, Sql sql) {
        this.sweep = sweep;
        this.correlating = correlating;
        this.sql = sql;
    }

    /** Carries out what is due. */
    public void run() {
        sweep.run();
    }

    /** Proposes what to see together, after whoever is at it, who may have begun before the incident in question. */
    @Transactional
    public void correlate() {
        sql.list("select pg_advisory_xact_lock(hashtext('intake_correlation'))", row -> 0);
        correlating.look();
    }
}
