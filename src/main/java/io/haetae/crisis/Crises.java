package io.haetae.crisis;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
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
                        .createNativeQuery("select nextval('crisis_seq')")
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

    /** Need to know: those concerned, the situation room and auditors; support and administrators not. */
    private static boolean isVisible(Crisis crisis, Actor actor) {
        return crisis.needToKnow
                ? seesAll(actor) || crisis.scope.stream().anyMatch(actor.scope().keys()::contains)
                : actor.scope().reaches(crisis.scope);
    }

    static boolean seesAll(Actor actor) {
        return actor.hasAny(Role.SITUATION, Role.AUDITOR);
    }

    private static Crisis visible(@Nullable Crisis crisis, Actor actor) {
        if (crisis == null || !isVisible(crisis, actor)) {
            throw Refusal.notFound();
        }
        return crisis;
    }
}
