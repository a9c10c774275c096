package io.haetae.register;

import io.haetae.identity.InstitutionKind;
import io.haetae.kernel.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an entry of the register may not say. Pure: what it must know of the rest is handed in. */
final class SystemRules {

    private SystemRules() {}

    /**
     * The rest of the register, as far as an entry refers to it.
     *
     * @param institutions kind of every institution by code
     * @param rooms rooms of every site by code
     * @param externalIds which system holds an external id, for those asked about
     */
    record Known(
            Map<String, InstitutionKind> institutions,
            Map<String, Set<String>> rooms,
            Map<SystemParts.ExternalId, String> externalIds) {}

    /** Everything that is wrong with the entry; empty when it may stand. */
    static List<FieldError> check(SystemCommand system, Known known) {
        List<FieldError> errors = new ArrayList<>();
        institution(errors, "/owner", system.owner(), known);
        if (!system.owner().equals(system.operator())) {
            institution(errors, "/operator", system.operator(), known);
        }
        leadAgency(errors, system.leadAgency(), known);
        place(errors, system.site(), system.room(), known);
        if (system.inServiceFrom() != null
                && system.inServiceUntil() != null
                && system.inServiceUntil().isBefore(system.inServiceFrom())) {
            errors.add(FieldError.of("/inServiceUntil", "end-before-begin"));
        }
        externalIds(errors, system, known);
        services(errors, system.services());
        return errors;
    }

    private static void institution(List<FieldError> errors, String pointer, @Nullable String code, Known known) {
        if (code != null && !known.institutions().containsKey(code)) {
            errors.add(FieldError.of(pointer, "unknown-institution", code));
        }
    }

    /** Only a central administrative agency can be a 재난관리주관기관 (재난안전법 제38조). */
    private static void leadAgency(List<FieldError> errors, @Nullable String code, Known known) {
        institution(errors, "/leadAgency", code, known);
        if (code != null) {
            InstitutionKind kind = known.institutions().get(code);
            if (kind != null && !kind.mayLead()) {
                errors.add(FieldError.of("/leadAgency", "may-not-lead", code));
            }
        }
    }

    private static void place(List<FieldError> errors, @Nullable String site, @Nullable String room, Known known) {
        Set<String> rooms = site == null ? Set.of() : known.rooms().get(site);
        if (rooms == null) {
            errors.add(FieldError.of("/site", "unknown-site", Objects.requireNonNull(site)));
        } else if (room != null && !rooms.contains(room)) {
            errors.add(FieldError.of("/room", "unknown-room", room));
        }
    }

    private static void externalIds(List<FieldError> errors, SystemCommand system, Known known) {
        Set<SystemParts.ExternalId> seen = new HashSet<>();
        for (int i = 0; i < system.externalIds().size(); i++) {
            SystemParts.ExternalId id = system.externalIds().get(i);
            String holder = known.externalIds().get(id);
            if (!seen.add(id)) {
                errors.add(FieldError.of("/externalIds/" + i, "duplicate", id.id()));
            } else if (holder != null && !holder.equals(system.code())) {
                errors.add(FieldError.of("/externalIds/" + i, "taken", id.id()));
            }
        }
    }

    private static void services(List<FieldError> errors, List<PublicService> services) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < services.size(); i++) {
            String code = services.get(i).code();
            if (!seen.add(code)) {
                errors.add(FieldError.of("/services/" + i + "/code", "duplicate", code));
            }
        }
    }
}
