package io.haetae.web.demo;

import io.haetae.audit.Journal;
import io.haetae.identity.InstitutionCommand;
import io.haetae.identity.InstitutionService;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonCommand;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.register.SiteCommand;
import io.haetae.register.SiteService;
import io.haetae.register.SystemFilter;
import io.haetae.register.SystemService;
import io.haetae.web.demo.DemoFiles.DemoPerson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Loads the demonstration in one transaction: all of it, or nothing. */
@ApplicationScoped
class DemoService {

    /** So that of several replicas that start at once only one loads it. */
    private static final String LOCK = "select cast(pg_advisory_xact_lock(hashtext('haetae.demo')) as text)";

    private final DemoFiles files;
    private final InstitutionService institutions;
    private final SiteService sites;
    private final SystemService systems;
    private final PeopleService people;
    private final DemoRegister register;
    private final DemoGate gate;

    DemoService(
            DemoFiles files,
            InstitutionService institutions,
            SiteService sites,
            SystemService systems,
            PeopleService people,
            DemoRegister register,
            DemoGate gate) {
        this.files = files;
        this.institutions = institutions;
        this.sites = sites;
        this.systems = systems;
        this.people = people;
        this.register = register;
        this.gate = gate;
    }

    /** Whether there is no system yet, so that the demonstration may be loaded. */
    @Transactional
    public boolean isPossible() {
        return systems.isEmpty();
    }

    /** Loads it (ADMIN). Refuses (409) when the register has systems. */
    @Transactional
    public DemoReport load(String password, boolean tell) {
        gate.enter();
        if (!isPossible()) {
            throw new Refusal(DemoError.NOT_EMPTY);
        }
        int newInstitutions = institutions();
        int newSites = sites();
        int newSystems = register.load(files.systems());
        List<DemoReport.Account> accounts = people(password);
        Map<Integer, Long> counts = systems.countsByGrade(SystemFilter.NONE, Scope.ALL);
        List<Long> byGrade = Stream.of(1, 2, 3, 4)
                .map(grade -> counts.getOrDefault(grade, 0L))
                .toList();
        gate.record(newSystems);
        return new DemoReport(newInstitutions, newSites, newSystems, byGrade, accounts, tell ? password : null);
    }

    private int institutions() {
        int created = 0;
        for (InstitutionCommand institution : files.institutions()) {
            if (institutions.find(institution.code()).isEmpty()) {
                institutions.create(institution);
                created++;
            }
        }
        return created;
    }

    private int sites() {
        int created = 0;
        for (SiteCommand site : files.sites()) {
            if (sites.find(site.code()).isEmpty()) {
                sites.create(site);
                created++;
            }
        }
        return created;
    }

    private List<DemoReport.Account> people(String password) {
        List<DemoReport.Account> accounts = new ArrayList<>();
        for (DemoPerson person : files.people()) {
            if (people.findByUsername(person.username()).isEmpty()) {
                Set<Role> roles = Set.of(person.role());
                people.create(new PersonCommand(
                        person.username(), password, person.name(), roles, person.institution(), null, null, null));
                accounts.add(
                        new DemoReport.Account(person.username(), person.name(), person.role(), person.institution()));
            }
        }
        return accounts;
    }

    /** Who may load it, one at a time, and that it was loaded. */
    @ApplicationScoped
    static class DemoGate {

        private final EntityManager database;
        private final CurrentActor actor;
        private final Journal journal;

        DemoGate(EntityManager database, CurrentActor actor, Journal journal) {
            this.database = database;
            this.actor = actor;
            this.journal = journal;
        }

        void enter() {
            actor.require(Role.ADMIN);
            database.createNativeQuery(LOCK).getResultList();
        }

        void record(int systems) {
            journal.record("register.demonstration-loaded", "REGISTER", "systems", Map.of("systems", systems));
        }
    }
}
