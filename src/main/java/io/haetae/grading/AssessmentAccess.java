package io.haetae.grading;

import io.haetae.grading.Transition.Step;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who may see an assessment, and who may take which step. */
@ApplicationScoped
class AssessmentAccess {

    private final SystemService systems;
    private final InstitutionService institutions;
    private final CurrentActor actor;

    AssessmentAccess(SystemService systems, InstitutionService institutions, CurrentActor actor) {
        this.systems = systems;
        this.institutions = institutions;
        this.actor = actor;
    }

    /**
     * An assessment before its reader.
     *
     * @param authority code of the central authority that decides, null when the owner names none
     * @param inside whether the reader sees what is not submitted yet
     */
    record Seen(
            Assessment assessment,
            SystemView system,
            @Nullable String authority,
            boolean inside) {}

    Actor actor() {
        return actor.get();
    }

    /** The assessment with its system, or a refusal (404) when the reader may not know of it. */
    Seen see(Assessment assessment) {
        SystemView system = systems.findByIds(List.of(assessment.getSystem())).get(0);
        boolean inside = isOwnerSide(system) || actor.get().hasAny(Role.AUDITOR);
        boolean outside = assessment.wasSubmitted() && actor.get().scope().reaches(system.scopeKeys());
        if (!inside && !outside) {
            throw Refusal.notFound();
        }
        return new Seen(assessment, system, authority(system), inside);
    }

    /** The system in the actor's scope, which an officer of its owner's side answers for. */
    SystemView requireOwned(String code) {
        SystemView system = systems.require(code, actor.get().scope());
        requireOwner(system);
        return system;
    }

    /** Refuses (403) unless the actor is an officer of the owner or of an institution above it. */
    void requireOwner(SystemView system) {
        actor.require(Role.OFFICER);
        if (!isOwnerSide(system)) {
            throw new Refusal(GradingError.NOT_THE_OWNER);
        }
    }

    /** Refuses (403) unless the actor decides for the owner's central authority and never answered for the owner. */
    void requireAuthority(Seen seen) {
        actor.require(Role.AUTHORITY);
        if (!actor.get().institution().equals(seen.authority())) {
            throw new Refusal(GradingError.NOT_THE_AUTHORITY);
        }
        if (seen.assessment().isAnsweredBy(actor.get().id())) {
            throw new Refusal(GradingError.SUBMITTER_DECIDES);
        }
    }

    /** What the actor may do with it now, by the nouns of the API. */
    List<String> allowed(Seen seen) {
        Assessment assessment = seen.assessment();
        boolean owner = answersFor(seen.system());
        boolean authority = actor.get().hasAny(Role.AUTHORITY)
                && Objects.equals(actor.get().institution(), seen.authority())
                && !assessment.isAnsweredBy(actor.get().id());
        return Transition.TABLE.stream()
                .filter(one -> one.from() == assessment.getState())
                .filter(one -> one.role() == Role.OFFICER ? owner : authority)
                .filter(one ->
                        one.step() != Step.APPEAL || assessment.getAppeals().isEmpty())
                .map(one -> one.step().noun())
                .distinct()
                .toList();
    }

    /** Whether the actor is an officer of the owner or of an institution above it. */
    boolean answersFor(SystemView system) {
        return actor.get().hasAny(Role.OFFICER) && isOwnerSide(system);
    }

    private boolean isOwnerSide(SystemView system) {
        return institutions.selfAndAbove(system.owner()).contains(actor.get().institution());
    }

    private @Nullable String authority(SystemView system) {
        return institutions.get(system.owner()).centralAuthority();
    }
}
