package io.haetae.grading.rebuild;

import io.haetae.grading.rebuild.RebuildStore.Rebuild;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Who sees a rebuild, who answers and who reviews. */
@ApplicationScoped
class RebuildAccess {

    private final SystemService systems;
    private final InstitutionService institutions;
    private final CurrentActor current;

    RebuildAccess(SystemService systems, InstitutionService institutions, CurrentActor current) {
        this.systems = systems;
        this.institutions = institutions;
        this.current = current;
    }

    Actor actor() {
        return current.get();
    }

    /** The system that is rebuilt, or a refusal (404) when it is out of scope. */
    SystemView seen(Rebuild rebuild) {
        return systems.findByIds(List.of(rebuild.system())).stream()
                .filter(system -> current.get().scope().reaches(system.scopeKeys()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** A system that somebody may begin to rebuild. Refuses (422) one that is not there, (403) another's. */
    SystemView toBeRebuilt(String code) {
        SystemView system = systems.find(code)
                .filter(found -> found.endedAt() == null)
                .filter(found -> current.get().scope().reaches(found.scopeKeys()))
                .orElseThrow(() -> Refusal.field("/system", "unknown-system", code));
        requireOwner(system);
        return system;
    }

    /** Refuses (403) unless the actor is an officer of the owner or of an institution above it. */
    void requireOwner(SystemView system) {
        if (!isOwner(system)) {
            throw new Refusal(RebuildError.NOT_THE_OWNER);
        }
    }

    /** Refuses (403) unless the actor reviews for the owner's central authority. */
    void requireAuthority(SystemView system) {
        if (!isAuthority(system)) {
            throw new Refusal(RebuildError.NOT_THE_AUTHORITY);
        }
    }

    /** What the actor may do now, by the nouns of the interface. */
    List<String> allowed(Rebuild rebuild, SystemView system) {
        List<String> allowed = new ArrayList<>();
        if (rebuild.phase().over()) {
            return allowed;
        }
        if (isOwner(system)) {
            allowed.addAll(List.of("answer", "budget", "phase"));
        }
        if (isAuthority(system)) {
            allowed.add("review");
        }
        return allowed;
    }

    private boolean isOwner(SystemView system) {
        return current.get().hasAny(Role.OFFICER)
                && institutions
                        .selfAndAbove(system.owner())
                        .contains(current.get().institution());
    }

    private boolean isAuthority(SystemView system) {
        return current.get().hasAny(Role.AUTHORITY)
                && Objects.equals(
                        institutions.get(system.owner()).centralAuthority(),
                        current.get().institution());
    }
}
