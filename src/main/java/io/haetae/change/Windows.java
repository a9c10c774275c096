package io.haetae.change;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Windows implements PanacheRepositoryBase<Window, UUID> {

    /** For reading. Refuses (404) what is out of scope. */
    Window read(UUID id, Actor actor) {
        return visible(findById(id), actor);
    }

    /** For writing: steps follow one another. Refuses (404) what is out of scope. */
    Window lock(UUID id, Actor actor) {
        return visible(findById(id, LockModeType.PESSIMISTIC_WRITE), actor);
    }

    private static Window visible(@Nullable Window found, Actor actor) {
        if (found == null || !actor.scope().reaches(found.scope)) {
            throw Refusal.notFound();
        }
        return found;
    }
}
