package io.haetae.register;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/**
 * Sets which systems are 주요 정보시스템. The register only keeps it: who may designate one, and on what grounds, is checked
 * and recorded by grading, which calls this within its own transaction.
 */
@ApplicationScoped
public class MajorSystemService {

    private final Sql sql;
    private final CurrentActor actor;

    MajorSystemService(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** Sets it for a system that has not ended; false when it is so already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean set(UUID system, boolean major, Instant at) {
        return sql.update(
                        "update register_system set major = ?, version = version + 1, changed_at = ?, changed_by = ?"
                                + " where id = ? and major <> ? and ended_at is null",
                        major,
                        at,
                        actor.get().username(),
                        system,
                        major)
                == 1;
    }
}
