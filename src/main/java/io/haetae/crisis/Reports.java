package io.haetae.crisis;

import io.haetae.kernel.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Loads and keeps situation reports. */
@ApplicationScoped
class Reports implements PanacheRepositoryBase<Report, UUID> {

    /** Those of a crisis, the latest first. */
    List<Report> of(UUID crisis) {
        return list("crisis = ?1 order by n desc", crisis);
    }

    /** One of a crisis by its number; refuses (404). */
    Report get(UUID crisis, int n) {
        return find("crisis = ?1 and n = ?2", crisis, n).firstResultOptional().orElseThrow(Refusal::notFound);
    }

    /** The latest that was approved. */
    Optional<Report> latestApproved(UUID crisis) {
        return find("crisis = ?1 and state = ?2 order by asOf desc, n desc", crisis, Report.State.APPROVED)
                .firstResultOptional();
    }
}
