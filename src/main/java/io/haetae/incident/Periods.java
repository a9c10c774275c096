package io.haetae.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Periods implements PanacheRepositoryBase<Period, Period.Key> {

    List<Period> of(UUID incident) {
        return list("key.incident = ?1 order by key.n", incident);
    }

    /** The measurement that runs now. */
    Period current(UUID incident) {
        return find("key.incident = ?1 order by key.n desc", incident).firstResult();
    }
}
