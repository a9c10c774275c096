package io.haetae.remedy;

import io.haetae.identity.InstitutionService;
import io.haetae.identity.InstitutionView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.register.EndedAs;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.haetae.remedy.RemedyStep.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who may recommend, answer and verify. */
@ApplicationScoped
class RemedyAccess {

    private final InstitutionService institutions;
    private final SystemService systems;
    private final CurrentActor current;

    RemedyAccess(InstitutionService institutions, SystemService systems, CurrentActor current) {
        this.institutions = institutions;
        this.systems = systems;
        this.current = current;
    }

    Actor actor() {
        return current.get();
    }

    /** The institution addressed, by somebody who may recommend to it or set its own measure. */
    InstitutionView requireAddressee(Basis basis, String code) {
        Actor actor = current.get();
        InstitutionView institution =
                institutions.find(code).orElseThrow(() -> Refusal.field("/institution", "unknown-institution", code));
        boolean may = basis == Basis.OWN
                ? isAddressee(actor, code)
                : actor.hasAny(basis.recommenders()) && actor.institution().equals(institution.centralAuthority());
        if (!may) {
            throw actor.scope().reaches(keys(institution)) || basis != Basis.OWN
                    ? new Refusal(RemedyError.NOT_THE_RECOMMENDER)
                    : Refusal.field("/institution", "unknown-institution", code);
        }
        return institution;
    }

    /** Refuses (422) to merge or abolish a system that is not the institution's own or does not live, or into such a one. */
    void requireSubject(NewRecommendation said) {
        MergeOrAbolish wanted = said.wanted();
        NewRecommendation.Subject subject = said.subject();
        if (wanted == null || subject == null) {
            return;
        }
        SystemView of = living("/subject/id", subject.id());
        if (!of.owner().equals(said.institution())) {
            throw Refusal.fields(List.of(new FieldError(
                    "/subject/id", "system-of-another", Map.of("value", of.code(), "allowed", said.institution()))));
        }
        if (wanted.into() != null) {
            living("/wanted/into", wanted.into());
        }
    }

    /** Refuses (409) while the register says that what was to be merged or abolished lives, and names what does. */
    void requireEnded(Recommendation of) {
        if (of.wanted == null || of.subjectId == null) {
            return;
        }
        List<String> living = systems
                .find(of.subjectId)
                .filter(system -> system.endedAs() == null || system.endedAs() == EndedAs.SPLIT)
                .map(system -> systems.meant(List.of(system.code())).getOrDefault(system.code(), List.of()))
                .orElse(List.of())
                .stream()
                .filter(code -> !code.equals(of.mergeInto))
                .toList();
        if (!living.isEmpty()) {
            throw new Refusal(RemedyError.STILL_LIVES, Map.of("value", String.join(", ", living), "living", living));
        }
    }

    private SystemView living(String pointer, String code) {
        return systems.find(code)
                .filter(system -> system.endedAt() == null)
                .filter(system -> current.get().scope().reaches(system.scopeKeys()))
                .orElseThrow(() -> Refusal.field(pointer, "unknown-system", code));
    }

    /** The keys that reach it: the institution with those above it, and its central authority. */
    Set<String> keys(InstitutionView institution) {
        Set<String> keys = new TreeSet<>(institutions.selfAndAbove(institution.code()));
        if (institution.centralAuthority() != null) {
            keys.add(institution.centralAuthority());
            keys.add(Scope.authorityKey(institution.centralAuthority()));
        }
        return keys;
    }

    /** Refuses (403) unless the actor stands on that side. */
    void require(Side side, Recommendation of) {
        Actor actor = current.get();
        if (side == Side.ADDRESSEE && !isAddressee(actor, of.institution)) {
            throw new Refusal(RemedyError.NOT_THE_ADDRESSEE);
        }
        if (side == Side.RECOMMENDER) {
            if (!isRecommender(actor, of)) {
                throw new Refusal(RemedyError.NOT_THE_RECOMMENDER);
            }
            if (of.state == RemedyState.REPORTED && hasReported(actor, of)) {
                throw new Refusal(RemedyError.REPORTER_VERIFIES);
            }
        }
    }

    /** What the actor may do with it now, by the nouns of the interface. */
    List<String> allowed(Recommendation of) {
        Actor actor = current.get();
        return RemedyStep.TABLE.from(of.state).stream()
                .filter(step -> step.side() == Side.ADDRESSEE
                        ? isAddressee(actor, of.institution)
                        : isRecommender(actor, of) && !(of.state == RemedyState.REPORTED && hasReported(actor, of)))
                .map(RemedyStep::noun)
                .distinct()
                .toList();
    }

    private boolean isAddressee(Actor actor, String institution) {
        return actor.hasAny(Role.OFFICER)
                && institutions.selfAndAbove(institution).contains(actor.institution());
    }

    /** People change their posts, the institution that recommended stays. */
    private static boolean isRecommender(Actor actor, Recommendation of) {
        return actor.hasAny(of.basis.recommenders()) && actor.institution().equals(of.recommendedBy);
    }

    private static boolean hasReported(Actor actor, Recommendation of) {
        return of.result().filter(act -> act.person.equals(actor.id())).isPresent();
    }
}
