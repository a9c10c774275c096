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

    /** Whether one is open for the system in the incident; those who ask at once follow one another. */
    boolean isOpen(UUID system, String incident) {
        getEntityManager()
                .createNativeQuery("select 1 from incident where number = ?1 for update")
                .setParameter(1, incident)
                .getSingleResult();
        return count("system = ?1 and incident = ?2 and endedAt is null", system, incident) > 0;
    }
}
