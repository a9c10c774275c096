package io.haetae.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class TimelineRecords implements PanacheRepositoryBase<TimelineRecord, UUID> {

    List<TimelineRecord> of(UUID incident) {
        return list("incident = ?1 order by at, id", incident);
    }
}
