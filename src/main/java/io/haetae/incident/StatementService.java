package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.rule.FailureFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Public notes of an incident, apart from internal ones: one person drafts, another approves, and then the public reads. */
@ApplicationScoped
class StatementService {

    private static final Role[] WRITERS = {Role.OPERATOR, Role.SITUATION, Role.OFFICER, Role.HQ};
    private static final Role[] APPROVERS = {Role.OFFICER, Role.HQ, Role.SITUATION};
    private static final Set<String> LANGUAGES =
            Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toSet());

    private final Incidents incidents;
    private final Statements statements;
    private final IncidentNotices notices;
    private final Chronicle chronicle;
    private final CurrentActor current;
    private final Clock clock;

    StatementService(
            Incidents incidents,
            Statements statements,
            IncidentNotices notices,
            Chronicle chronicle,
            CurrentActor current,
            Clock clock) {
        this.incidents = incidents;
        this.statements = statements;
        this.notices = notices;
        this.chronicle = chronicle;
        this.current = current;
        this.clock = clock;
    }

    /** Those of an incident, the latest first. */
    @Transactional
    public List<StatementView> of(String number, Actor reader) {
        return views(incidents.read(number, reader));
    }

    private List<StatementView> views(Incident incident) {
        return statements.of(incident.id).stream().map(Statements.Held::view).toList();
    }

    /** Drafts one. */
    @Transactional
    public UUID draft(String number, @Valid StatementCommand said) {
        Actor actor = current.require(WRITERS);
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        List<FieldError> errors = said.others().keySet().stream()
                .filter(language ->
                        !LANGUAGES.contains(language) || List.of("ko", "en").contains(language))
                .map(language -> FieldError.of("/others/" + language, "unknown-language", language))
                .toList();
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        UUID id = Ids.at(now);
        statements.add(id, incident, said, actor, now);
        write(
                incident,
                "incident.statement-drafted",
                "STATEMENT_DRAFTED",
                id,
                said.title().ko(),
                said.title().en(),
                now);
        return id;
    }

    /** Another person stands by it: from now on the public reads it, and the clock of the public notice is met. */
    @Transactional
    public List<StatementView> approve(String number, UUID id) {
        Actor actor = current.require(APPROVERS);
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        Statements.Held held = statements.find(incident.id, id).orElseThrow(Refusal::notFound);
        if (held.view().approvedAt() != null || held.view().withdrawnAt() != null) {
            throw new Refusal(IncidentError.CHANGED_SINCE, Map.of("value", incident.number));
        }
        if (held.draftedBy().equals(actor.id())) {
            throw new Refusal(IncidentError.ANOTHER_PERSON_APPROVES);
        }
        boolean restricted = incident.security != FailureFacts.Security.NONE
                || incident.visibility == IncidentCommand.Visibility.NEED_TO_KNOW;
        statements.approve(id, restricted, actor, now);
        incidents.flush();
        notices.published(incident.number, held.view().title(), actor.name());
        return views(incident);
    }

    /** Takes one back. */
    @Transactional
    public List<StatementView> withdraw(String number, UUID id, String reason) {
        Actor actor = current.require(WRITERS);
        Instant now = clock.instant();
        Incident incident = incidents.lock(number, actor);
        StatementView view =
                statements.find(incident.id, id).orElseThrow(Refusal::notFound).view();
        if (view.withdrawnAt() != null) {
            throw new Refusal(IncidentError.CHANGED_SINCE, Map.of("value", incident.number));
        }
        statements.withdraw(id, reason, actor, now);
        write(
                incident,
                "incident.statement-withdrawn",
                "STATEMENT_WITHDRAWN",
                id,
                view.title().ko() + " – " + reason,
                view.title().en() + " – " + reason,
                now);
        return views(incident);
    }

    private void write(
            Incident incident, String rule, String kind, UUID id, String korean, String english, Instant now) {
        chronicle.write(
                incident,
                rule,
                kind,
                now,
                now,
                Map.of("statement", id.toString(), "whatKo", korean, "whatEn", english));
    }
}
