package io.haetae.incident.review;

import io.haetae.kernel.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Reviews implements PanacheRepositoryBase<Review, UUID> {

    Review require(UUID id) {
        return findByIdOptional(id).orElseThrow(Refusal::notFound);
    }

    /** For writing: steps follow one another. */
    Review lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Refusal::notFound);
    }

    Optional<Review> ofIncident(UUID incident) {
        return find("incident", incident).firstResultOptional();
    }

    /** Those whose people are to be told, claimed: another replica passes them over. */
    @SuppressWarnings("unchecked")
    List<Review> claimDue(Instant now, int most) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from incident_review where next_at <= ?1 order by next_at limit ?2"
                                + " for update skip locked",
                        Review.class)
                .setParameter(1, now)
                .setParameter(2, most)
                .getResultList();
    }
}
