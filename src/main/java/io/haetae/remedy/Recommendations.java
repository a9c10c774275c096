package io.haetae.remedy;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Recommendations implements PanacheRepositoryBase<Recommendation, UUID> {

    long nextSeq() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('remedy_seq')")
                        .getSingleResult())
                .longValue();
    }

    /** For reading. Refuses (404) what is out of scope. */
    Recommendation read(String number, Actor actor) {
        return visible(find("number", number).firstResult(), actor);
    }

    /** For writing: steps follow one another. Refuses (404) what is out of scope. */
    Recommendation lock(String number, Actor actor) {
        return visible(
                find("number", number).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult(), actor);
    }

    /** Those whose people are to be told, claimed: another replica passes them over. */
    @SuppressWarnings("unchecked")
    List<Recommendation> claimDue(Instant now, int most) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from remedy_recommendation where next_at <= ?1 order by next_at limit ?2"
                                + " for update skip locked",
                        Recommendation.class)
                .setParameter(1, now)
                .setParameter(2, most)
                .getResultList();
    }

    private static Recommendation visible(@Nullable Recommendation found, Actor actor) {
        if (found == null || !actor.scope().reaches(found.scope)) {
            throw Refusal.notFound();
        }
        return found;
    }
}
