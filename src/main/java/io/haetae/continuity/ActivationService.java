package io.haetae.continuity;

import io.haetae.audit.Journal;
import io.haetae.incident.IncidentReadService;
import io.haetae.incident.IncidentState;
import io.haetae.incident.IncidentView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Zones;
import io.haetae.register.PublicService;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.haetae.rule.DeadlineRules;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts continuity plans to work for incidents, records what agencies decide about deadlines, and ends it. */
@ApplicationScoped
public class ActivationService {

    static final String SUBJECT = "ACTIVATION";

    private final Continuity room;
    private final IncidentReadService incidents;
    private final SystemService systems;
    private final RuleSets rules;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    ActivationService(
            Continuity room,
            IncidentReadService incidents,
            SystemService systems,
            RuleSets rules,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.room = room;
        this.incidents = incidents;
        this.systems = systems;
        this.rules = rules;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /** Activates the plan of a system; without a valid one the register's substitutes and the usual form must do. */
    @Transactional
    public ActivationView activate(@Valid ActivationCommand command) {
        Actor by = current.require(Role.OPERATOR, Role.SITUATION, Role.SUPPORT, Role.OFFICER);
        SystemView system = systems.find(command.system())
                .orElseThrow(() -> Refusal.field("/system", "unknown-system", command.system()));
        if (!by.scope().reaches(system.scopeKeys())) {
            throw Refusal.notFound();
        }
        IncidentView incident = incidents.get(command.incident(), by);
        boolean over = incident.state() == IncidentState.CLOSED || incident.state() == IncidentState.CANCELLED;
        if (over || incident.systems().stream().noneMatch(hit -> hit.code().equals(system.code()))) {
            throw new Refusal(ContinuityError.NOT_HIT, Map.of("system", system.code(), "incident", incident.number()));
        }
        Instant now = clock.instant();
        DeadlineRules active = rules.deadlineRules();
        Activation activation = new Activation(
                Ids.at(now),
                system.id(),
                system.code(),
                incident.number(),
                incident.exercise(),
                planVersion(system.id(), now),
                active.ruleSet(),
                active.version(),
                now,
                by.name(),
                null,
                null,
                null,
                "");
        if (!room.rows().add(activation)) {
            throw new Refusal(
                    ContinuityError.ALREADY_ACTIVE, Map.of("system", system.code(), "incident", incident.number()));
        }
        room.wroteBasis(activation);
        record("continuity.activated", activation, Map.of("system", system.code(), "incident", incident.number()));
        return room.views().view(activation);
    }

    private @Nullable Integer planVersion(UUID system, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Zones.SEOUL);
        return room.plans().of(system).stream()
                .findFirst()
                .filter(plan -> plan.standing(today).holds())
                .map(PlanView::version)
                .orElse(null);
    }

    /** Those the actor may know of, open ones first. */
    @Transactional
    public Page<ActivationRow> list(
            Actor actor, @Nullable String incident, @Nullable String system, int limit, @Nullable String cursor) {
        Page<Activation> page = room.rows().list(actor, incident, system, limit, cursor);
        List<Activation> found = page.items();
        Map<UUID, ReceiptCounts> counts =
                room.rows().counts(found.stream().map(Activation::id).toList());
        Map<String, SystemView> names = new HashMap<>();
        systems.find(found.stream().map(Activation::code).distinct().toList())
                .forEach(one -> names.put(one.code(), one));
        List<ActivationRow> rows = found.stream()
                .map(activation -> new ActivationRow(
                        activation.id(),
                        activation.code(),
                        Objects.requireNonNull(names.get(activation.code())).name(),
                        activation.incident(),
                        activation.exercise(),
                        activation.isOpen() ? ActivationView.State.OPEN : ActivationView.State.CLOSED,
                        activation.openedAt(),
                        activation.closedAt(),
                        counts.getOrDefault(activation.id(), ReceiptCounts.NONE)))
                .toList();
        return new Page<>(rows, page.next());
    }

    /** The activation, or a refusal (404). */
    @Transactional
    public ActivationView get(UUID id, Actor actor) {
        return room.views().view(room.rows().read(id, actor));
    }

    /** Records what an agency decided; the deadlines of the services it is about go by it from now on. */
    @Transactional
    public ActivationView extend(UUID id, @Valid ExtensionCommand command) {
        Actor by = current.require(Role.OPERATOR, Role.OFFICER);
        Activation activation = requireOpen(room.rows().lock(id, by));
        check(activation, command);
        Instant now = clock.instant();
        ActivationView.Decided extension = new ActivationView.Decided(
                Ids.at(now),
                command.services(),
                command.until() == null ? "extension-after-recovery" : "extension-until",
                command.until(),
                command.amount(),
                command.unit(),
                Objects.requireNonNullElse(command.alsoWithinHours(), 0),
                command.decidedBy(),
                command.documentNumber(),
                now,
                by.name());
        room.rows().add(id, extension);
        record(
                "continuity.extension-recorded",
                activation,
                Map.of("rule", extension.rule(), "document", command.documentNumber()));
        room.reckonAnew(activation);
        return room.views().view(activation);
    }

    private void check(Activation activation, ExtensionCommand command) {
        List<FieldError> errors = new ArrayList<>();
        boolean length = command.amount() != null && command.unit() != null;
        if ((command.until() == null) != length || (command.amount() == null) != (command.unit() == null)) {
            errors.add(FieldError.of("/until", "date-or-length"));
        }
        List<String> known = systems.find(activation.code()).orElseThrow().services().stream()
                .map(PublicService::code)
                .toList();
        for (int i = 0; i < command.services().size(); i++) {
            if (!known.contains(command.services().get(i))) {
                errors.add(new FieldError(
                        "/services/" + i,
                        "unknown-service",
                        Map.of("value", command.services().get(i), "allowed", String.join(", ", known))));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** Ends it. Refuses (409) while a receipt is open, unless an officer signs it off with a reason. */
    @Transactional
    public ActivationView close(UUID id, @Nullable String reason) {
        Actor by = current.require(Role.OPERATOR, Role.OFFICER);
        Activation activation = requireOpen(room.rows().lock(id, by));
        ReceiptCounts counts = room.rows().counts(List.of(id)).getOrDefault(id, ReceiptCounts.NONE);
        String signOff = null;
        if (counts.open() > 0) {
            if (reason == null || reason.isBlank()) {
                throw new Refusal(
                        ContinuityError.STILL_OPEN,
                        Map.of("received", counts.received(), "unchecked", counts.unchecked()));
            }
            if (!by.hasAny(Role.OFFICER)) {
                throw new Refusal(ContinuityError.OFFICER_SIGNS_OFF);
            }
            signOff = reason.strip();
        }
        room.rows().close(id, clock.instant(), by.name(), signOff);
        record(
                signOff == null ? "continuity.closed" : "continuity.signed-off",
                activation,
                Map.of("open", counts.open(), "reason", Objects.requireNonNullElse(signOff, "")));
        return room.views().view(room.rows().read(id, by));
    }

    static Activation requireOpen(Activation activation) {
        if (!activation.isOpen()) {
            throw new Refusal(ContinuityError.CLOSED, Map.of("incident", activation.incident()));
        }
        return activation;
    }

    private void record(String rule, Activation activation, Map<String, ?> data) {
        journal.record(rule, SUBJECT, activation.id().toString(), data);
    }
}
