package io.haetae.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class GradeRecords implements PanacheRepositoryBase<GradeRecord, UUID> {

    /** The newest first. */
    List<GradeRecord> of(UUID incident) {
        return list("incident = ?1 order by id desc", incident);
    }

    /** The newest that a rule set made, with its reasons. */
    Optional<GradeRecord> latestComputed(UUID incident) {
        return find("incident = ?1 and facts is not null order by id desc", incident)
                .firstResultOptional();
    }
}
