package io.haetae.grading;

import static io.haetae.grading.GradingActs.ANSWER;
import static io.haetae.grading.GradingActs.DECIDE;

import io.haetae.grading.Transition.Step;
import io.haetae.identity.DelegationService;
import io.haetae.identity.InstitutionService;
import io.haetae.identity.Mandate;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may see an assessment, and who may take which step. */
@ApplicationScoped
class AssessmentAccess {

    private final SystemService systems;
    private final InstitutionService institutions;
    private final DelegationService mandates;
    private final CurrentActor actor;

    AssessmentAccess(
            SystemService systems, InstitutionService institutions, DelegationService mandates, CurrentActor actor) {
        this.systems = systems;
        this.institutions = institutions;
        this.mandates = mandates;
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
        return seen(assessment).orElseThrow(Refusal::notFound);
    }

    /** The assessment with its system, if the reader may know of it. */
    Optional<Seen> seen(Assessment assessment) {
        SystemView system = systems.findByIds(List.of(assessment.getSystem())).get(0);
        String authority = authority(system);
        boolean inside = isOwnerSide(system)
                || actor.get().hasAny(Role.AUDITOR)
                || mandate(ANSWER, ownerLine(system)).isPresent();
        return inside || showsOutside(assessment, system, authority)
                ? Optional.of(new Seen(assessment, system, authority, inside))
                : Optional.empty();
    }

    /** What is decided shows to whoever reaches the system; what is under way only within its central authority. */
    private boolean showsOutside(Assessment assessment, SystemView system, @Nullable String authority) {
        if (!assessment.wasSubmitted()) {
            return false;
        }
        boolean reached = actor.get().scope().reaches(system.scopeKeys())
                && (assessment.getState() == AssessmentState.NOTIFIED
                        || institutions.area(actor.get()).includes(authority));
        return reached
                || authority != null && mandate(DECIDE, Set.of(authority)).isPresent();
    }

    /** Refuses (403) whoever answers for nobody, before he learns what there is. */
    void requireAnswering() {
        if (!actor.get().hasAny(Role.OFFICER) && mandates.mandates(ANSWER).isEmpty()) {
            throw new Refusal(KernelError.FORBIDDEN);
        }
    }

    /** Refuses (403) whoever decides for nobody, before he learns what there is. */
    void requireDeciding() {
        if (!actor.get().hasAny(Role.AUTHORITY) && mandates.mandates(DECIDE).isEmpty()) {
            throw new Refusal(KernelError.FORBIDDEN);
        }
    }

    /** The system in the actor's scope, or one that he answers for under a delegation. */
    SystemView require(String code) {
        SystemView system = systems.find(code).orElseThrow(Refusal::notFound);
        boolean reached = actor.get().scope().reaches(system.scopeKeys());
        if (!reached && mandate(ANSWER, ownerLine(system)).isEmpty()) {
            throw Refusal.notFound();
        }
        return system;
    }

    /** The system, which an officer of its owner's side answers for, or whom he named. */
    SystemView requireOwned(String code) {
        requireAnswering();
        SystemView system = require(code);
        requireOwner(system);
        return system;
    }

    /** Who answers: an officer of the owner or of an institution above it, or whom one named. Else a refusal (403). */
    Author requireOwner(SystemView system) {
        requireAnswering();
        if (actor.get().hasAny(Role.OFFICER) && isOwnerSide(system)) {
            return new Author(actor.get(), null);
        }
        return mandate(ANSWER, ownerLine(system))
                .map(mandate -> new Author(actor.get(), mandate))
                .orElseThrow(() -> new Refusal(GradingError.NOT_THE_OWNER));
    }

    /**
     * Who decides: for the owner's central authority, in his own right or under a delegation, never who answered for the
     * owner, and under a delegation nobody of the owner's side. Else a refusal (403).
     */
    Author requireAuthority(Seen seen) {
        requireDeciding();
        Author author = decider(seen).orElseThrow(() -> new Refusal(GradingError.NOT_THE_AUTHORITY));
        if (seen.assessment().isAnsweredBy(actor.get().id())) {
            throw new Refusal(GradingError.SUBMITTER_DECIDES);
        }
        if (author.mandate() != null && isOwnerSide(seen.system())) {
            throw new Refusal(GradingError.OWN_SYSTEM);
        }
        return author;
    }

    private Optional<Author> decider(Seen seen) {
        String authority = seen.authority();
        if (authority == null) {
            return Optional.empty();
        }
        return actor.get().hasAny(Role.AUTHORITY) && actor.get().institution().equals(authority)
                ? Optional.of(new Author(actor.get(), null))
                : mandate(DECIDE, Set.of(authority)).map(mandate -> new Author(actor.get(), mandate));
    }

    /** What the actor may do with it now, by the nouns of the API. */
    List<String> allowed(Seen seen) {
        Assessment assessment = seen.assessment();
        boolean owner = answersFor(seen.system());
        boolean authority = decider(seen)
                .filter(author -> author.mandate() == null || !isOwnerSide(seen.system()))
                .filter(author -> !assessment.isAnsweredBy(actor.get().id()))
                .isPresent();
        return Transition.TABLE.stream()
                .filter(one -> one.from() == assessment.getState())
                .filter(one -> one.role() == Role.OFFICER ? owner : authority)
                .filter(one ->
                        one.step() != Step.APPEAL || assessment.getAppeals().isEmpty())
                .map(one -> one.step().noun())
                .distinct()
                .toList();
    }

    /** Whether the actor is an officer of the owner or of an institution above it, or was named by one. */
    boolean answersFor(SystemView system) {
        return actor.get().hasAny(Role.OFFICER) && isOwnerSide(system)
                || mandate(ANSWER, ownerLine(system)).isPresent();
    }

    private boolean isOwnerSide(SystemView system) {
        return ownerLine(system).contains(actor.get().institution());
    }

    private Set<String> ownerLine(SystemView system) {
        return institutions.selfAndAbove(system.owner());
    }

    /** What the actor may do in the right of one of the institutions. */
    private Optional<Mandate> mandate(String act, Set<String> of) {
        return mandates.mandates(act).stream()
                .filter(mandate -> of.contains(mandate.institution()))
                .findFirst();
    }

    private @Nullable String authority(SystemView system) {
        return institutions.get(system.owner()).centralAuthority();
    }
}
