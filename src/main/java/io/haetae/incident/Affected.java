package io.haetae.incident;

import io.haetae.incident.IncidentCommand.AffectedSystem;
import io.haetae.incident.IncidentCommand.Location;
import io.haetae.incident.IncidentCommand.PlaceState;
import io.haetae.kernel.Actor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.register.PublicService;
import io.haetae.register.SiteService;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the systems that a command names, directly or by their place, and refuses what does not exist or fit. */
@ApplicationScoped
class Affected {

    private final SystemService systems;
    private final SiteService sites;

    Affected(SystemService systems, SiteService sites) {
        this.systems = systems;
        this.sites = sites;
    }

    /**
     * What a command names, found in the register.
     *
     * @param byCode every system, by code
     * @param named codes named one by one; the others are affected by their place
     */
    record Found(Map<String, SystemView> byCode, Set<String> named) {}

    /** Every system that the command affects. Refuses with every field that is wrong. */
    Found find(IncidentCommand command, Actor actor) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, SystemView> found = new LinkedHashMap<>();
        Set<String> named = named(command.systems(), actor, errors, found);
        places(command.locations(), actor, errors, found);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return new Found(found, named);
    }

    private Set<String> named(
            List<AffectedSystem> wanted, Actor actor, List<FieldError> errors, Map<String, SystemView> found) {
        List<String> codes = wanted.stream().map(AffectedSystem::code).toList();
        Map<String, SystemView> known = codes.isEmpty()
                ? Map.of()
                : systems.find(codes).stream().collect(Collectors.toMap(SystemView::code, Function.identity()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            AffectedSystem one = wanted.get(i);
            SystemView system = known.get(one.code());
            String pointer = "/systems/" + i;
            if (system == null || system.endedAt() != null) {
                errors.add(gone(pointer + "/code", one.code()));
            } else if (!seen.add(one.code())) {
                errors.add(FieldError.of(pointer + "/code", "duplicate", one.code()));
            } else if (!actor.scope().reaches(system.scopeKeys())) {
                errors.add(FieldError.of(pointer + "/code", "out-of-scope", one.code()));
            } else {
                services(one, system, pointer, errors);
                found.put(one.code(), system);
            }
        }
        return seen;
    }

    /** Not there, or not any more: then what took its place is named. */
    private FieldError gone(String pointer, String code) {
        List<String> meant = systems.meant(List.of(code)).getOrDefault(code, List.of());
        return meant.isEmpty()
                ? FieldError.of(pointer, "unknown-system", code)
                : new FieldError(
                        pointer, "now-another-system", Map.of("value", code, "meant", String.join(", ", meant)));
    }

    private static void services(AffectedSystem one, SystemView system, String pointer, List<FieldError> errors) {
        Set<String> known = system.services().stream().map(PublicService::code).collect(Collectors.toSet());
        for (int i = 0; i < one.services().size(); i++) {
            if (!known.contains(one.services().get(i))) {
                errors.add(FieldError.of(
                        pointer + "/services/" + i,
                        "unknown-service",
                        one.services().get(i)));
            }
        }
    }

    private void places(List<Location> wanted, Actor actor, List<FieldError> errors, Map<String, SystemView> found) {
        Map<String, Set<String>> rooms = wanted.isEmpty() ? Map.of() : sites.rooms();
        for (int i = 0; i < wanted.size(); i++) {
            Location place = wanted.get(i);
            Set<String> known = rooms.get(place.site());
            if (known == null) {
                errors.add(FieldError.of("/locations/" + i + "/site", "unknown-site", place.site()));
            } else if (place.room() != null && !known.contains(place.room())) {
                errors.add(FieldError.of("/locations/" + i + "/room", "unknown-room", place.room()));
            } else if (place.state() == PlaceState.OUT) {
                List<SystemView> there = systems.housedIn(place.site(), place.room());
                if (there.stream().anyMatch(system -> !actor.scope().reaches(system.scopeKeys()))) {
                    errors.add(FieldError.of("/locations/" + i + "/site", "out-of-scope", place.site()));
                }
                there.forEach(system -> found.putIfAbsent(system.code(), system));
            }
        }
    }
}
