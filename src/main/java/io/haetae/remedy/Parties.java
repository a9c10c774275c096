package io.haetae.remedy;

import io.haetae.identity.InstitutionService;
import io.haetae.identity.InstitutionView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two sides of what is asked in this room: the central authority, and the institution addressed with those above it. */
@ApplicationScoped
public class Parties {

    private final InstitutionService institutions;
    private final CurrentActor current;

    Parties(InstitutionService institutions, CurrentActor current) {
        this.institutions = institutions;
        this.current = current;
    }

    /** Who acts now. */
    public Actor actor() {
        return current.get();
    }

    /** The institution, if there is one. */
    public Optional<InstitutionView> find(String code) {
        return institutions.find(code);
    }

    /** An institution of a central authority; refuses (422) another one, and the field that names it. */
    public InstitutionView requireOf(String authority, String code, String pointer) {
        return institutions
                .find(code)
                .filter(one -> authority.equals(one.centralAuthority()))
                .orElseThrow(() -> Refusal.field(pointer, "unknown-institution", code));
    }

    /** An error for each of the institutions, by its place in the command, that is not the central authority's. */
    public List<FieldError> foreign(String authority, List<String> codes) {
        Set<String> own = institutions.list().stream()
                .filter(one -> authority.equals(one.centralAuthority()))
                .map(InstitutionView::code)
                .collect(Collectors.toSet());
        return IntStream.range(0, codes.size())
                .filter(i -> !own.contains(codes.get(i)))
                .mapToObj(i -> FieldError.of("/institutions/" + i, "unknown-institution", codes.get(i)))
                .toList();
    }

    /** The actor, who speaks for a central authority (AUTHORITY or SITUATION); a refusal (403) of anybody else. */
    public Actor requireLead() {
        return current.require(Role.AUTHORITY, Role.SITUATION);
    }

    /** Whether the actor speaks for that central authority. */
    public boolean leads(String authority) {
        Actor actor = current.get();
        return actor.hasAny(Role.AUTHORITY, Role.SITUATION)
                && actor.institution().equals(authority);
    }

    /** The central authority that the actor speaks for; empty when for none. */
    public String leading() {
        Actor actor = current.get();
        return leads(actor.institution()) ? actor.institution() : "";
    }

    /** Whether the actor looks at everything. */
    public boolean seesEverything() {
        return current.get().hasAny(Role.AUDITOR, Role.ADMIN);
    }

    /** Whether the actor sees what that central authority sees: its own people and those who look at everything. */
    public boolean seesAllOf(String authority) {
        return leads(authority) || seesEverything();
    }

    /** Whether the actor answers for an institution: an officer of it or of one above it. */
    public boolean answersFor(String institution) {
        return current.get().hasAny(Role.OFFICER) && isOn(institution);
    }

    /** Whether the actor's institution is that one or stands above it. */
    public boolean isOn(String institution) {
        return institutions.selfAndAbove(institution).contains(current.get().institution());
    }

    /** The actor's institution and those below it. */
    public String[] own() {
        return institutions.selfAndBelow(current.get().institution()).toArray(String[]::new);
    }

    /** The keys that reach what an institution is asked: itself with those above it, and its central authority. */
    public Set<String> keys(String institution, String authority) {
        Set<String> keys = new TreeSet<>(institutions.selfAndAbove(institution));
        keys.add(authority);
        keys.add(Scope.authorityKey(authority));
        return keys;
    }
}
