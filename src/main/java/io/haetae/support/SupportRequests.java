package io.haetae.support;

import io.haetae.kernel.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
class SupportRequests implements PanacheRepositoryBase<SupportRequest, UUID> {

    long nextSeq() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('support_seq')")
                        .getSingleResult())
                .longValue();
    }

    SupportRequest read(String number) {
        return find("number", number).firstResultOptional().orElseThrow(Refusal::notFound);
    }

    /** For writing: steps follow one another. */
    SupportRequest lock(String number) {
        return find("number", number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Refusal::notFound);
    }

    /** Those who ask for help in the incident at once follow one another, and whoever ends or merges it. */
    void lockIncident(String number) {
        getEntityManager()
                .createNativeQuery("select 1 from incident where number = ?1 for update")
                .setParameter(1, number)
                .getSingleResult();
    }

    /** Whether one is open for the system in the incident or in one that was merged into it. */
    boolean isOpen(UUID system, String incident) {
        Number open = (Number) getEntityManager()
                .createNativeQuery("""
                        select count(*) from support_request r
                          join incident n on n.number = r.incident
                          join incident i on i.id = coalesce(n.merged_into, n.id)
                         where r.system = ?1 and i.number = ?2 and r.ended_at is null""")
                .setParameter(1, system)
                .setParameter(2, incident)
                .getSingleResult();
        return open.intValue() > 0;
    }
}
