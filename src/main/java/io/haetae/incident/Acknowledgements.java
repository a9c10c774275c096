package io.haetae.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Acknowledgements implements PanacheRepositoryBase<AcknowledgementRecord, UUID> {

    List<AcknowledgementRecord> of(UUID incident) {
        return list("incident = ?1 order by at", incident);
    }

    /** The rows are never changed but for this: one may cease to count. */
    void revoke(UUID id, Instant at) {
        getEntityManager()
                .createNativeQuery("update incident_acknowledgement set revoked_at = ?1 where id = ?2")
                .setParameter(1, at)
                .setParameter(2, id)
                .executeUpdate();
    }
}
