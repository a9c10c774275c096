package io.haetae.intake;

import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Leaves alerts as a crash leaves them that comes after they were kept and before they came to an incident. */
@ApplicationScoped
public class LostBetween {

    private final Sql sql;

    LostBetween(Sql sql) {
        this.sql = sql;
    }

    @Transactional
    public void forget(String system) {
        sql.update(
                "update intake_alert set incident = null where system = (select id from register_system where code = ?)",
                system);
    }
}
