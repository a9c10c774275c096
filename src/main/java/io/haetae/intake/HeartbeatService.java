package io.haetae.intake;

import io.haetae.audit.Journal;
import io.haetae.identity.InstitutionService;
import io.haetae.identity.Secret;
import io.haetae.incident.MonitoredIncidents;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Heartbeats that are expected: set up and retired by administrators, read by those whose systems they watch. */
@ApplicationScoped
public class HeartbeatService {

    static final String SUBJECT = "HEARTBEAT";
    private static final String PREFIX = "hbt_";

    private final HeartbeatRows rows;
    private final SystemService systems;
    private final InstitutionService institutions;
    private final MonitoredIncidents incidents;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    HeartbeatService(
            HeartbeatRows rows,
            SystemService systems,
            InstitutionService institutions,
            MonitoredIncidents incidents,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.rows = rows;
        this.systems = systems;
        this.institutions = institutions;
        this.incidents = incidents;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /** Expects one (ADMIN); from its first beat on. */
    @Transactional
    public HeartbeatView.Made expect(@Valid HeartbeatCommand said) {
        Actor by = current.require(Role.ADMIN);
        List<SystemView> watched = check(said);
        Instant now = clock.instant();
        Set<String> scope = new TreeSet<>(institutions.selfAndAbove(said.institution()));
        watched.forEach(system -> scope.addAll(system.scopeKeys()));
        UUID id = Ids.at(now);
        String key = PREFIX + Secret.random();
        boolean made = rows.add(id, said, watched, scope, Secret.hash(key), now, by.name());
        if (!made) {
            throw Refusal.field("/name", "taken-name", said.name());
        }
        journal.record(
                "intake.heartbeat-expected",
                SUBJECT,
                said.name(),
                Map.of(
                        "institution", said.institution(),
                        "systems", said.systems(),
                        "intervalSeconds", said.intervalSeconds(),
                        "graceSeconds", said.graceSeconds()));
        return new HeartbeatView.Made(get(id, by), key, "/api/v1/heartbeats/" + key + "/beat");
    }

    private List<SystemView> check(HeartbeatCommand said) {
        List<FieldError> wrong = new ArrayList<>();
        if (institutions.find(said.institution()).isEmpty()) {
            wrong.add(FieldError.of("/institution", "unknown-institution", said.institution()));
        }
        Set<String> reach = Set.of(said.institution(), Scope.authorityKey(said.institution()));
        Map<String, SystemView> known = systems.find(said.systems()).stream()
                .filter(system -> system.scopeKeys().stream().anyMatch(reach::contains))
                .collect(Collectors.toMap(SystemView::code, system -> system));
        for (int i = 0; i < said.systems().size(); i++) {
            if (!known.containsKey(said.systems().get(i))) {
                wrong.add(FieldError.of(
                        "/systems/" + i, "unknown-system", said.systems().get(i)));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
        return List.copyOf(known.values());
    }

    /** Expects it no longer (ADMIN). Its key is worth nothing from now on. */
    @Transactional
    public HeartbeatView retire(UUID id) {
        Actor by = current.require(Role.ADMIN);
        HeartbeatRows.Row found = rows.lock(id).orElseThrow(Refusal::notFound);
        if (found.retiredAt() != null) {
            throw new Refusal(IntakeError.HEARTBEAT_RETIRED);
        }
        rows.retire(id, clock.instant(), by.name());
        journal.record("intake.heartbeat-retired", SUBJECT, found.name(), Map.of());
        return get(id, by);
    }

    /** Those the reader may know of, by name; retired ones last. */
    @Transactional
    public List<HeartbeatView> list(Actor reader) {
        List<HeartbeatRows.Row> found =
                rows.list(reader.scope().all(), reader.scope().keyArray());
        Set<String> visible = incidents.visible(
                found.stream()
                        .map(HeartbeatRows.Row::incident)
                        .filter(Objects::nonNull)
                        .toList(),
                reader);
        Instant now = clock.instant();
        return found.stream().map(row -> view(row, visible, now)).toList();
    }

    /** One of them, or a refusal (404). */
    @Transactional
    public HeartbeatView get(UUID id, Actor reader) {
        return list(reader).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static HeartbeatView view(HeartbeatRows.Row row, Set<String> visible, Instant now) {
        Instant last = row.lastAt();
        Instant due = last == null || row.retiredAt() != null ? null : row.dueAfter(last);
        String incident = row.incident();
        return new HeartbeatView(
                row.id(),
                row.name(),
                state(row, due, now),
                row.institution(),
                row.codes(),
                (int) row.interval().toSeconds(),
                (int) row.grace().toSeconds(),
                row.beats(),
                last,
                due,
                row.missingSince(),
                incident != null && visible.contains(incident) ? incident : null,
                row.createdAt(),
                row.createdBy(),
                row.retiredAt());
    }

    private static HeartbeatView.State state(HeartbeatRows.Row row, @Nullable Instant due, Instant now) {
        if (row.retiredAt() != null) {
            return HeartbeatView.State.RETIRED;
        }
        if (due == null) {
            return HeartbeatView.State.AWAITED;
        }
        if (row.missingSince() != null) {
            return HeartbeatView.State.MISSING;
        }
        Instant check = Objects.requireNonNull(row.checkAt());
        return now.isBefore(due) || !check.isAfter(due) ? HeartbeatView.State.BEATING : HeartbeatView.State.QUIETED;
    }
}
