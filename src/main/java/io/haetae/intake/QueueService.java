package io.haetae.intake;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.Array;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with alerts that name no system: they say which it is, or that it needs nobody. */
@ApplicationScoped
public class QueueService {

    private static final Role[] WORKERS = {Role.OPERATOR, Role.SITUATION, Role.SUPPORT};

    private final Sql sql;
    private final SystemService systems;
    private final Opening opening;
    private final Evidence evidence;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    QueueService(
            Sql sql,
            SystemService systems,
            Opening opening,
            Evidence evidence,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.sql = sql;
        this.systems = systems;
        this.opening = opening;
        this.evidence = evidence;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /** Which system it is. */
    public record Assignment(@NotBlank @Size(max = 40) String system) {}

    /** Why it needs nobody. */
    public record Dismissal(@NotBlank @Size(max = 2_000) String reason) {}

    /**
     * Where alerts have come to.
     *
     * @param incident number
     * @param alerts how many: every waiting alert for which the source named the same
     */
    public record Assigned(String incident, int alerts) {}

    private record Waiting(
            UUID source,
            String sourceName,
            String fingerprint,
            String title,
            @Nullable String said,
            Instant startsAt) {}

    /** Says of which system an alert is, and every other that waits for the same word of the same source. */
    @Transactional
    public Assigned assign(UUID id, @Valid Assignment command) {
        Actor actor = current.require(WORKERS);
        Waiting alert = lock(id, actor);
        SystemView system = systems.find(command.system())
                .orElseThrow(() -> Refusal.field("/system", "unknown-system", command.system()));
        if (!actor.scope().reaches(system.scopeKeys())) {
            throw Refusal.field("/system", "out-of-scope", command.system());
        }
        Instant now = clock.instant();
        int alerts = sql.update(
                """
                update intake_alert set system = ?, scope = ?
                 where (id = ? or source = ? and system_said = ?) and system is null and dismissed_at is null""",
                system.id(),
                system.scopeKeys().stream().sorted().toArray(String[]::new),
                id,
                alert.source(),
                alert.said());
        String number =
                opening.open(system.id(), system.code(), now).orElseThrow().number();
        evidence.assigned(number, alert.sourceName(), alert.title(), alert.fingerprint(), now);
        journal.record(
                "intake.alert-assigned",
                "INCIDENT",
                number,
                Map.of("alert", id.toString(), "system", system.code(), "alerts", alerts));
        return new Assigned(number, alerts);
    }

    /** Says that an alert needs nobody. It stays open and counted until its source says that it is over. */
    @Transactional
    public void dismiss(UUID id, @Valid Dismissal command) {
        Actor actor = current.require(WORKERS);
        Waiting alert = lock(id, actor);
        sql.update(
                "update intake_alert set dismissed_at = ?, dismissed_by = ?, dismiss_reason = ? where id = ?",
                clock.instant(),
                actor.name(),
                command.reason(),
                id);
        journal.record(
                "intake.alert-dismissed",
                "INTAKE_SOURCE",
                alert.sourceName(),
                Map.of("alert", id.toString(), "title", alert.title(), "reason", command.reason()));
    }

    private Waiting lock(UUID id, Actor actor) {
        record Locked(Waiting alert, List<String> scope, boolean waits) {}
        Locked locked = sql.first(
                        """
                        select a.source, s.name, a.fingerprint, a.title, a.system_said, a.starts_at, a.scope,
                               a.system is null and a.dismissed_at is null as waits
                          from intake_alert a join intake_source s on s.id = a.source where a.id = ? for update of a""",
                        row -> {
                            Array scope = row.getArray("scope");
                            return new Locked(
                                    new Waiting(
                                            row.getObject("source", UUID.class),
                                            row.getString("name"),
                                            row.getString("fingerprint"),
                                            row.getString("title"),
                                            row.getString("system_said"),
                                            Sql.requiredInstant(row, "starts_at")),
                                    List.of((String[]) scope.getArray()),
                                    row.getBoolean("waits"));
                        },
                        id)
                .orElseThrow(Refusal::notFound);
        if (!actor.scope().reaches(locked.scope())) {
            throw Refusal.notFound();
        }
        if (!locked.waits()) {
            throw new Refusal(IntakeError.NOT_WAITING);
        }
        return locked.alert();
    }
}
