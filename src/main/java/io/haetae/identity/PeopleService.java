package io.haetae.identity;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People, their roles and the institution they act for. */
@ApplicationScoped
public class PeopleService {

    private static final Set<Role> NEED_NO_INSTITUTION = EnumSet.of(Role.ADMIN, Role.AUDITOR);

    private final People people;
    private final Institutions institutions;
    private final IdentityMapper mapper;
    private final Passwords passwords;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    PeopleService(
            People people,
            Institutions institutions,
            IdentityMapper mapper,
            Passwords passwords,
            Journal journal,
            CurrentActor actor,
            Clock clock) {
        this.people = people;
        this.institutions = institutions;
        this.mapper = mapper;
        this.passwords = passwords;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /** Creates a person (ADMIN). */
    @Transactional
    public PersonView create(PersonCommand command) {
        actor.require(Role.ADMIN);
        return add(command);
    }

    /** Creates the first administrator, while there is nobody yet who could. Replicas may start side by side. */
    @Transactional
    public Optional<PersonView> createFirstAdministrator(PersonCommand command) {
        people.waitForOtherStarts();
        return people.count() > 0 ? Optional.empty() : Optional.of(add(command));
    }

    private PersonView add(PersonCommand command) {
        if (people.byUsername(command.username()).isPresent()) {
            throw new Refusal(KernelError.EXISTS, Map.of("value", command.username()));
        }
        check(command.state());
        Instant now = clock.instant();
        Person person = new Person(Ids.at(now), command.username(), now, command.state());
        if (command.password() != null) {
            person.setPassword(passwords.hash(command.password()));
        }
        people.persistAndFlush(person);
        record("identity.person-created", person);
        return mapper.view(person);
    }

    /** Replaces the state of a person (ADMIN). Disabling ends every session and token at once. */
    @Transactional
    public PersonView change(String username, int editedVersion, PersonChange change) {
        actor.require(Role.ADMIN);
        Person person = load(username);
        IfMatch.check(editedVersion, person.getVersion());
        check(change);
        boolean staysAdmin =
                !Boolean.FALSE.equals(change.active()) && change.roles().contains(Role.ADMIN);
        if (person.isActive() && person.getRoles().contains(Role.ADMIN) && !staysAdmin && administrators() == 1) {
            throw new Refusal(IdentityError.LAST_ADMIN);
        }
        person.change(change);
        people.flush();
        record("identity.person-changed", person);
        return mapper.view(person);
    }

    /** Sets a password: one's own with the present one, anybody's as ADMIN. */
    @Transactional
    public void changePassword(String username, PasswordChange change) {
        Actor who = actor.get();
        boolean own = who.username().equals(username);
        if (!own) {
            actor.require(Role.ADMIN); // first of all, so that nobody else learns which names there are
        }
        Person person = load(username);
        if (own && (change.current() == null || !passwords.matches(person, change.current()))) {
            throw Refusal.field("/current", "wrong-password", "");
        }
        person.setPassword(passwords.hash(change.password()));
        record("identity.password-changed", person);
    }

    /** Remembers the language that the acting person chose. */
    @Transactional
    public void chooseLanguage(String language) {
        people.findByIdOptional(actor.get().id()).ifPresent(person -> person.choose(language));
    }

    /** The person, if there is one. */
    @Transactional
    public Optional<PersonView> find(UUID id) {
        return people.findByIdOptional(id).map(mapper::view);
    }

    /** The person with that log-in name, if there is one. */
    @Transactional
    public Optional<PersonView> findByUsername(String username) {
        return people.byUsername(username).map(mapper::view);
    }

    /** Everybody by log-in name. */
    @Transactional
    public List<PersonView> list() {
        List<Person> all = people.list("select distinct p from Person p left join fetch p.roles order by p.username");
        return all.stream().map(mapper::view).toList();
    }

    /** Active people who hold the role and act for one of the institutions, or for what it was merged into, by name. */
    @Transactional
    public List<PersonView> holding(Role role, Collection<String> of) {
        return people.holding(role, of).stream().map(mapper::view).toList();
    }

    /** Active people who hold the role, wherever they act, by name. */
    @Transactional
    public List<PersonView> holding(Role role) {
        return people.holding(role).stream().map(mapper::view).toList();
    }

    /** Active people by id. */
    @Transactional
    public List<PersonView> active(Collection<UUID> ids) {
        List<Person> found = people.list(
                "select distinct p from Person p left join fetch p.roles where p.id in ?1 and p.active = true", ids);
        return found.stream().map(mapper::view).toList();
    }

    private long administrators() {
        return people.count(
                "select count(p) from Person p join p.roles r where r = ?1 and p.active = true", Role.ADMIN);
    }

    private Person load(String username) {
        return people.byUsername(username).orElseThrow(Refusal::notFound);
    }

    private void check(PersonChange state) {
        @Nullable String institution = state.institution();
        if (institution == null) {
            if (!NEED_NO_INSTITUTION.containsAll(state.roles())) {
                throw Refusal.field("/institution", "required", "");
            }
            return;
        }
        Institution actsFor = institutions.findById(institution);
        if (actsFor == null) {
            throw Refusal.field("/institution", "unknown-institution", institution);
        }
        String successor = actsFor.getSuccessor();
        if (successor != null) {
            throw Refusal.fields(List.of(new FieldError(
                    "/institution", "ended-institution", Map.of("value", institution, "allowed", successor))));
        }
    }

    private void record(String action, Person person) {
        journal.record(
                action,
                "PERSON",
                person.getUsername(),
                Map.of(
                        "roles",
                                person.getRoles().stream()
                                        .map(Role::name)
                                        .sorted()
                                        .toList(),
                        "institution", String.valueOf(person.getInstitution()),
                        "active", person.isActive()));
    }
}
