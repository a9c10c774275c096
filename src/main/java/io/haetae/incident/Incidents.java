package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Loads and keeps incidents. */
@ApplicationScoped
class Incidents implements PanacheRepositoryBase<Incident, UUID> {

    long nextSeq() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('incident_seq')", Long.class)
                        .getSingleResult())
                .longValue();
    }

    /** The incident for writing: verbs on one incident follow one another. Refuses (404) what is out of scope. */
    Incident lock(String number, Actor actor) {
        Incident incident =
                find("number", number).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
        return visible(incident, actor);
    }

    /** The incident for reading. Refuses (404) what is out of scope. */
    Incident read(String number, Actor actor) {
        return visible(find("number", number).firstResult(), actor);
    }

    private static Incident visible(@Nullable Incident incident, Actor actor) {
        if (incident == null || !isVisible(incident, actor)) {
            throw Refusal.notFound();
        }
        return incident;
    }

    /** Need to know: the institutions concerned, the situation room and auditors; support and administrators not. */
    static boolean isVisible(Incident incident, Actor actor) {
        if (incident.visibility == IncidentCommand.Visibility.NORMAL) {
            return actor.scope().reaches(incident.scope);
        }
        return seesAll(actor) || incident.scope.stream().anyMatch(actor.scope().keys()::contains);
    }

    static boolean seesAll(Actor actor) {
        return actor.hasAny(Role.SITUATION, Role.AUDITOR);
    }
}
