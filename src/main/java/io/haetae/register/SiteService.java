package io.haetae.register;

import io.haetae.audit.Journal;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sites and their rooms. Everybody who is logged in may know of them: one must be able to say where something burns. */
@ApplicationScoped
public class SiteService {

    private final Sites sites;
    private final SiteMapper mapper;
    private final InstitutionService institutions;
    private final EntityManager database;
    private final Journal journal;
    private final CurrentActor actor;

    SiteService(
            Sites sites,
            SiteMapper mapper,
            InstitutionService institutions,
            EntityManager database,
            Journal journal,
            CurrentActor actor) {
        this.sites = sites;
        this.mapper = mapper;
        this.institutions = institutions;
        this.database = database;
        this.journal = journal;
        this.actor = actor;
    }

    /** Creates a site (ADMIN). */
    @Transactional
    public SiteView create(SiteCommand command) {
        actor.require(Role.ADMIN);
        if (sites.findById(command.code()) != null) {
            throw new Refusal(KernelError.EXISTS, Map.of("value", command.code()));
        }
        check(command);
        Site created = new Site(command);
        sites.persistAndFlush(created);
        journal.record("register.site-created", "SITE", command.code(), facts(command));
        return mapper.view(created);
    }

    /** Replaces the state of a site (ADMIN); its code stays, and so do rooms in use. */
    @Transactional
    public SiteView change(String code, int editedVersion, SiteCommand command) {
        actor.require(Role.ADMIN);
        Site site = load(code);
        IfMatch.check(editedVersion, site.getVersion());
        if (!code.equals(command.code())) {
            throw Refusal.field("/code", "immutable", command.code());
        }
        check(command);
        site.change(command);
        sites.flush();
        journal.record("register.site-changed", "SITE", code, facts(command));
        return mapper.view(site);
    }

    /** The site, or a refusal (404). */
    @Transactional
    public SiteView get(String code) {
        return mapper.view(load(code));
    }

    /** The site, if there is one. */
    @Transactional
    public Optional<SiteView> find(String code) {
        return sites.findByIdOptional(code).map(mapper::view);
    }

    /** All sites by code. */
    @Transactional
    public List<SiteView> all() {
        return sites.listAll(Sort.by("code")).stream().map(mapper::view).toList();
    }

    /** The rooms of every site. */
    @Transactional
    public Map<String, Set<String>> rooms() {
        Map<String, Set<String>> rooms = new HashMap<>();
        all().forEach(site -> rooms.put(site.code(), Set.copyOf(site.rooms())));
        return rooms;
    }

    private Site load(String code) {
        Site site = sites.findById(code);
        if (site == null) {
            throw Refusal.notFound();
        }
        return site;
    }

    private void check(SiteCommand command) {
        List<FieldError> errors = new ArrayList<>();
        if (institutions.find(command.host()).isEmpty()) {
            errors.add(FieldError.of("/host", "unknown-institution", command.host()));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < command.rooms().size(); i++) {
            if (!seen.add(command.rooms().get(i))) {
                errors.add(FieldError.of(
                        "/rooms/" + i, "duplicate", command.rooms().get(i)));
            }
        }
        for (String room : roomsInUse(command.code())) {
            if (!seen.contains(room)) {
                errors.add(FieldError.of("/rooms", "room-in-use", room));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private List<String> roomsInUse(String site) {
        List<?> rooms = database.createNativeQuery(
                        "select distinct room from register_system where site = :site and room is not null order by 1")
                .setParameter("site", site)
                .getResultList();
        return rooms.stream().map(String.class::cast).toList();
    }

    private static Map<String, Object> facts(SiteCommand command) {
        return Map.of(
                "name", command.name().ko(),
                "kind", command.kind().name(),
                "host", command.host(),
                "rooms", command.rooms());
    }
}
