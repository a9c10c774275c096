package io.haetae.grading.consolidation;

import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;

/** Who sees what is known of a system, and who says it. */
@ApplicationScoped
class ConsolidationAccess {

    private final SystemService systems;
    private final InstitutionService institutions;
    private final CurrentActor current;

    ConsolidationAccess(SystemService systems, InstitutionService institutions, CurrentActor current) {
        this.systems = systems;
        this.institutions = institutions;
        this.current = current;
    }

    Actor actor() {
        return current.get();
    }

    /** The system, or a refusal (404) when it is out of scope. */
    SystemView seen(String code) {
        return systems.require(code, current.get().scope());
    }

    /** The system of which the actor may say how it is used, or a refusal. */
    SystemView owned(String code) {
        current.require(Role.OFFICER, Role.OPERATOR);
        SystemView system = seen(code);
        if (!answersFor(system)) {
            throw new Refusal(ConsolidationError.NOT_THE_OWNER);
        }
        return system;
    }

    /** Whether the actor may say how it is used: people of the owner or of an institution above it. */
    boolean answersFor(SystemView system) {
        return current.get().hasAny(Role.OFFICER, Role.OPERATOR)
                && institutions
                        .selfAndAbove(system.owner())
                        .contains(current.get().institution());
    }

    /** The institutions whose systems the actor answers for. */
    Set<String> own() {
        current.require(Role.OFFICER, Role.OPERATOR);
        return institutions.selfAndBelow(current.get().institution());
    }

    /** Whether the actor recommends to the institution: its central authority does (전자정부법 제23조). */
    boolean recommendsTo(String institution) {
        Actor actor = current.get();
        return actor.hasAny(Role.AUTHORITY)
                && Objects.equals(institutions.get(institution).centralAuthority(), actor.institution());
    }
}
