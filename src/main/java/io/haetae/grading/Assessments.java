package io.haetae.grading;

import io.haetae.kernel.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Assessments implements PanacheRepositoryBase<Assessment, UUID> {

    /** The assessment, or a refusal (404). */
    Assessment require(UUID id) {
        return orRefuse(findById(id));
    }

    /** The same for a change: two people at one assessment act one after the other. */
    Assessment lock(UUID id) {
        return orRefuse(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Assessment orRefuse(@Nullable Assessment found) {
        if (found == null) {
            throw Refusal.notFound();
        }
        return found;
    }

    /**
     * Lets one caller at a time begin or reopen an assessment of a system, so that the second is told about the first;
     * the index on open assessments would only tell it that something failed.
     */
    void lockSystem(UUID system) {
        getEntityManager()
                .createNativeQuery("select 1 from register_system where id = ?1 for no key update")
                .setParameter(1, system)
                .getSingleResult();
    }

    /** The open one of a system, if there is one. */
    Optional<Assessment> openOf(UUID system) {
        return find("system = ?1 and state <> ?2", system, AssessmentState.NOTIFIED)
                .firstResultOptional();
    }

    /** Whether the system has an assessment that began after this one. */
    boolean hasNewer(Assessment assessment) {
        return count(
                        "system = ?1 and (createdAt > ?2 or createdAt = ?2 and id > ?3)",
                        assessment.getSystem(),
                        assessment.getCreatedAt(),
                        assessment.getId())
                > 0;
    }

    /** The newest whose grade was notified, if there is one. */
    Optional<Assessment> lastNotified(UUID system) {
        return find("system = ?1 and decidedGrade is not null order by notifiedAt desc, id desc", system)
                .firstResultOptional();
    }
}
