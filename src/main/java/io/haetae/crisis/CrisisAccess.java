package io.haetae.crisis;

import io.haetae.identity.InstitutionService;
import io.haetae.identity.InstitutionView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who may act for which institution in a crisis, and which institutions may do what. */
@ApplicationScoped
class CrisisAccess {

    /** Who opens a crisis and says which incidents belong to it. */
    static final Role[] GROUP = {Role.HQ, Role.SITUATION};

    private final InstitutionService institutions;
    private final CrisisConfig config;

    CrisisAccess(InstitutionService institutions, CrisisConfig config) {
        this.institutions = institutions;
        this.config = config;
    }

    /** Code of the ministry whose minister is consulted about 심각. */
    String safetyMinistry() {
        return config.safetyMinistry();
    }

    boolean isSafetyMinistry(String institution) {
        return institution.equals(config.safetyMinistry());
    }

    /** An institution that is there; refuses (422). */
    InstitutionView known(String pointer, String code) {
        return institutions.find(code).orElseThrow(() -> Refusal.field(pointer, "unknown-institution", code));
    }

    /** An institution that may be a lead agency (재난안전법 제38조); refuses (422) any other. */
    InstitutionView leadAgency(String pointer, String code) {
        InstitutionView institution = known(pointer, code);
        if (!institution.kind().mayLead()) {
            throw Refusal.fields(List.of(
                    new FieldError(pointer, "may-not-lead", Map.of("value", code, "allowed", "MINISTRY, AGENCY"))));
        }
        return institution;
    }

    /**
     * Refuses (403) who acts neither for the institution, nor for one above it, nor for its central authority, which may
     * issue stages where several agencies are concerned.
     */
    void requireActsFor(Actor actor, InstitutionView institution) {
        if (!actor.scope().reaches(keys(institution))) {
            throw new Refusal(CrisisError.NOT_YOUR_INSTITUTION, Map.of("value", institution.code()));
        }
    }

    /** Keys under which people reach what an institution does. */
    Set<String> keys(InstitutionView institution) {
        Set<String> keys = new TreeSet<>(institutions.selfAndAbove(institution.code()));
        if (institution.centralAuthority() != null) {
            keys.add(Scope.authorityKey(institution.centralAuthority()));
        }
        return keys;
    }
}
