package io.haetae.change;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Changes implements PanacheRepositoryBase<Change, UUID> {

    long nextSeq() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('change_seq')")
                        .getSingleResult())
                .longValue();
    }

    /** For reading. Refuses (404) what is out of scope. */
    Change read(String number, Actor actor) {
        return visible(find("number", number).firstResult(), actor);
    }

    /** For writing: steps follow one another. Refuses (404) what is out of scope. */
    Change lock(String number, Actor actor) {
        return visible(
                find("number", number).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult(), actor);
    }

    private static Change visible(@Nullable Change found, Actor actor) {
        if (found == null || !actor.scope().reaches(found.window.scope)) {
            throw Refusal.notFound();
        }
        return found;
    }
}
