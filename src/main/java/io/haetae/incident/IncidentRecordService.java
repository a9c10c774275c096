package io.haetae.incident;

import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who leads, writes and speaks in an incident, and what it is linked with. */
@ApplicationScoped
class IncidentRecordService {

    private static final Set<Role> WORKING = Set.of(Role.OPERATOR, Role.SITUATION, Role.SUPPORT, Role.OFFICER, Role.HQ);

    private final Incidents incidents;
    private final IncidentLinks links;
    private final RoleMessages messages;
    private final Chronicle chronicle;
    private final PeopleService people;
    private final CurrentActor current;
    private final Clock clock;

    IncidentRecordService(
            Incidents incidents,
            IncidentLinks links,
            RoleMessages messages,
            Chronicle chronicle,
            PeopleService people,
            CurrentActor current,
            Clock clock) {
        this.incidents = incidents;
        this.links = links;
        this.messages = messages;
        this.chronicle = chronicle;
        this.people = people;
        this.current = current;
        this.clock = clock;
    }

    /** The record, or a refusal (404). */
    @Transactional
    public IncidentRecordView get(String number, Actor actor) {
        return view(incidents.read(number, actor), actor);
    }

    private IncidentRecordView view(Incident incident, Actor actor) {
        return new IncidentRecordView(
                links.aliases(incident.id),
                links.roles(incident.id),
                links.of(incident, actor),
                links.files(incident),
                links.statements(incident));
    }

    /** Gives a role, or hands it over; another person is told, and a hand-over says how things stand. */
    @Transactional
    public IncidentRecordView assign(String number, ResponseRole role, @Valid RoleCommands.Assignment said) {
        Actor actor = current.require(Verb.ASSIGN_ROLE.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.ASSIGN_ROLE.check(incident);
        PersonView person = person(incident, said.person());
        Optional<IncidentRecordView.Held> former = holder(incident, role);
        if (former.isPresent() && former.get().person().equals(person.id())) {
            return view(incident, actor);
        }
        if (former.isPresent() && (said.note() == null || said.note().isBlank())) {
            throw Refusal.field("/note", "required", "");
        }
        links.end(incident, role, said.note(), now);
        links.begin(Ids.at(now), incident, role, person.id(), person.name(), said.note(), now, actor.name());
        Map<String, Object> data = new HashMap<>(named(role));
        data.put("role", role.name());
        data.put("person", person.username());
        data.put("name", person.name());
        data.put("from", former.map(IncidentRecordView.Held::name).orElse(""));
        data.put("note", Objects.requireNonNullElse(said.note(), ""));
        String kind = former.isPresent() ? "ROLE_HANDED_OVER" : "ROLE_ASSIGNED";
        chronicle.write(incident, Verb.ASSIGN_ROLE.rule(), kind, now, now, data);
        if (!person.id().equals(actor.id())) {
            messages.assigned(incident, role, person, now);
        }
        return view(incident, actor);
    }

    /** Takes a role from whoever holds it. */
    @Transactional
    public IncidentRecordView relieve(String number, ResponseRole role, @Valid RoleCommands.Relief said) {
        Actor actor = current.require(Verb.ASSIGN_ROLE.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.ASSIGN_ROLE.check(incident);
        IncidentRecordView.Held former = holder(incident, role)
                .orElseThrow(() -> new Refusal(IncidentError.NOBODY_HOLDS_IT, Map.of("role", role.name())));
        links.end(incident, role, said.reason(), now);
        Map<String, Object> data = new HashMap<>(named(role));
        data.put("role", role.name());
        data.put("name", former.name());
        data.put("note", said.reason());
        chronicle.write(incident, "incident.role-relieved", "ROLE_RELIEVED", now, now, data);
        return view(incident, actor);
    }

    private Optional<IncidentRecordView.Held> holder(Incident incident, ResponseRole role) {
        return links.roles(incident.id).stream()
                .filter(held -> held.role() == role && held.until() == null)
                .findFirst();
    }

    private PersonView person(Incident incident, String username) {
        PersonView person = people.findByUsername(username)
                .filter(PersonView::active)
                .orElseThrow(() -> Refusal.field("/person", "unknown-person", username));
        boolean hidden = incident.visibility == IncidentCommand.Visibility.NEED_TO_KNOW
                && !person.roles().contains(Role.SITUATION)
                && !incident.scope.contains(Objects.requireNonNullElse(person.institution(), ""));
        if (hidden || person.roles().stream().noneMatch(WORKING::contains)) {
            throw Refusal.field("/person", "cannot-work-incidents", username);
        }
        return person;
    }

    private Map<String, Object> named(ResponseRole role) {
        LocalizedText name = messages.name(role);
        return Map.of("whatKo", name.ko(), "whatEn", name.en());
    }

    /** Links it with another incident or a change. Refuses (422) itself, a ring of parents, and what cannot be seen. */
    @Transactional
    public IncidentRecordView link(String number, @Valid LinkCommand said) {
        Actor actor = current.require(Verb.LINK.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Verb.LINK.check(incident);
        if (said.kind() == LinkKind.SPLIT_FROM) {
            throw Refusal.field("/kind", "split-instead", said.kind());
        }
        boolean change = said.kind() == LinkKind.CAUSED_BY_CHANGE;
        String to = change ? said.to().strip() : other(incident, said, actor);
        String toKind = change ? IncidentLinks.CHANGE : Telling.INCIDENT;
        boolean added = links.add(Ids.at(now), incident.id, said.kind(), toKind, to, said.note(), now, actor.name());
        if (!added) {
            String code = said.kind() == LinkKind.PARENT ? "has-a-parent" : "linked-already";
            throw Refusal.field("/to", code, said.to());
        }
        tell(incident, "LINKED", said.kind(), to, Objects.requireNonNullElse(said.note(), ""), now);
        return view(incident, actor);
    }

    private String other(Incident incident, LinkCommand said, Actor actor) {
        Incident other;
        try {
            other = incidents.read(said.to().strip(), actor);
        } catch (Refusal unseen) {
            throw Refusal.field("/to", "unknown-incident", said.to());
        }
        if (other.id.equals(incident.id)) {
            throw Refusal.field("/to", "same-incident", said.to());
        }
        if (said.kind() == LinkKind.PARENT && links.isAbove(incident.number, other.id)) {
            throw Refusal.fields(List.of(new FieldError("/to", "ring-of-parents", Map.of("value", other.number))));
        }
        return other.number;
    }

    /** Takes a link away. */
    @Transactional
    public IncidentRecordView unlink(String number, UUID link, String reason) {
        Actor actor = current.require(Verb.LINK.roles());
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        IncidentRecordView.Link known = links.of(incident, actor).stream()
                .filter(candidate -> candidate.id().equals(link))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        links.remove(incident.id, incident.number, link, reason, now, actor.name());
        tell(incident, "UNLINKED", known.kind(), known.to(), reason, now);
        return view(incident, actor);
    }

    private void tell(Incident incident, String kind, LinkKind link, String to, String note, Instant now) {
        LocalizedText name = messages.name(link);
        Map<String, Object> data =
                Map.of("whatKo", name.ko(), "whatEn", name.en(), "kind", link.name(), "to", to, "note", note);
        chronicle.write(incident, "incident." + kind.toLowerCase(Locale.ROOT), kind, now, now, data);
    }
}
