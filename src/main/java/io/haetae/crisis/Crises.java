package io.haetae.crisis;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Loads and keeps crises. */
@ApplicationScoped
class Crises implements PanacheRepositoryBase<Crisis, UUID> {

    long nextSeq() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('crisis_seq')", Long.class)
                        .getSingleResult())
                .longValue();
    }

    /** The crisis for writing: verbs on one crisis follow one another. Refuses (404) what is out of scope, 409 what is over. */
    Crisis lock(String number, Actor actor) {
        Crisis crisis =
                find("number", number).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
        Crisis visible = visible(crisis, actor);
        if (visible.isClosed()) {
            throw new Refusal(CrisisError.CLOSED);
        }
        return visible;
    }

    /** The crisis for reading. Refuses (404) what is out of scope. */
    Crisis read(String number, Actor actor) {
        return visible(find("number", number).firstResult(), actor);
    }

    private static Crisis visible(@Nullable Crisis crisis, Actor actor) {
        if (crisis == null || !actor.scope().reaches(crisis.scope)) {
            throw Refusal.notFound();
        }
        return crisis;
    }
}
