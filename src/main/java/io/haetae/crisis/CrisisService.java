package io.haetae.crisis;

import io.haetae.incident.IncidentHeads;
import io.haetae.incident.IncidentHeads.Head;
import io.haetae.incident.IncidentState;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens crises, says which incidents belong to them, and closes them. */
@ApplicationScoped
public class CrisisService {

    private final Crises crises;
    private final CrisisIncidents incidents;
    private final IncidentHeads heads;
    private final CrisisWatch watch;
    private final CrisisViews views;
    private final Acts acts;
    private final CurrentActor current;

    CrisisService(
            Crises crises,
            CrisisIncidents incidents,
            IncidentHeads heads,
            CrisisWatch watch,
            CrisisViews views,
            Acts acts,
            CurrentActor current) {
        this.crises = crises;
        this.incidents = incidents;
        this.heads = heads;
        this.watch = watch;
        this.views = views;
        this.acts = acts;
        this.current = current;
    }

    /** Groups incidents into a crisis; the rules say at once which stage they recommend to whom. */
    @Transactional
    public CrisisView open(@Valid NewCrisis command) {
        Actor actor = current.require(CrisisAccess.GROUP);
        Instant now = acts.now();
        List<Head> found = find(command.incidents(), actor);
        long seq = crises.nextSeq();
        String number = "CRI-%d-%04d".formatted(now.atZone(Zones.SEOUL).getYear(), seq);
        Crisis crisis = new Crisis(
                Ids.at(now), seq, number, command.title(), found.get(0).exercise(), now, actor.name());
        found.forEach(head -> take(crisis, head));
        crises.persistAndFlush(crisis);
        found.forEach(head -> incidents.add(crisis.id, head.number(), now, actor.name()));
        acts.record("crisis.opened", crisis, Map.of("incidents", command.incidents()));
        return views.view(crisis, watch.look(crisis, now), actor);
    }

    /** One more incident belongs to it. */
    @Transactional
    public CrisisView addIncident(String number, String incident) {
        Actor actor = current.require(CrisisAccess.GROUP);
        Instant now = acts.now();
        Crisis crisis = crises.lock(number, actor);
        Head head = find(List.of(incident), actor, "/incident").get(0);
        if (head.exercise() != crisis.exercise) {
            throw Refusal.field("/incident", "exercise-mixed", incident);
        }
        if (!incidents.add(crisis.id, incident, now, actor.name())) {
            throw new Refusal(CrisisError.HAS_INCIDENT, Map.of("value", incident));
        }
        take(crisis, head);
        acts.record("crisis.incident-added", crisis, Map.of("incident", incident));
        return views.view(crisis, watch.look(crisis, now), actor);
    }

    private static void take(Crisis crisis, Head head) {
        crisis.reachedBy(head.scope());
        crisis.needToKnow |= head.needToKnow();
    }

    /** One of its incidents belongs to it no more; that it did stays on record. */
    @Transactional
    public CrisisView removeIncident(String number, String incident, String reason) {
        Actor actor = current.require(CrisisAccess.GROUP);
        Instant now = acts.now();
        Crisis crisis = crises.lock(number, actor);
        if (incidents.numbers(crisis.id).equals(List.of(incident))) {
            throw new Refusal(CrisisError.LAST_INCIDENT);
        }
        if (!incidents.remove(crisis.id, incident, reason, now, actor.name())) {
            throw Refusal.notFound();
        }
        acts.record("crisis.incident-removed", crisis, Map.of("incident", incident, "reason", reason));
        return views.view(crisis, watch.look(crisis, now), actor);
    }

    /** 상황종료: refused while a stage or a headquarters stands. */
    @Transactional
    public CrisisView close(String number, @Nullable String note) {
        Actor actor = current.require(Role.HQ);
        Instant now = acts.now();
        Crisis crisis = crises.lock(number, actor);
        List<String> standing = views.standing(crisis, now);
        if (!standing.isEmpty()) {
            throw new Refusal(CrisisError.STILL_STANDING, Map.of("value", String.join(", ", standing)));
        }
        crisis.closedAt = now;
        crisis.closedBy = actor.name();
        crisis.closeNote = note;
        acts.record("crisis.closed", crisis, Map.of("note", Objects.requireNonNullElse(note, "")));
        crises.flush();
        return views.view(crisis, List.of(), actor);
    }

    private List<Head> find(List<String> numbers, Actor actor) {
        return find(numbers, actor, "/incidents/");
    }

    /** Refuses every number that is unknown, out of sight, cancelled or twice, and real ones mixed with exercises. */
    private List<Head> find(List<String> numbers, Actor actor, String pointer) {
        Map<String, Head> known = new LinkedHashMap<>();
        heads.heads(numbers).stream()
                .filter(head -> head.visibleTo(actor))
                .forEach(head -> known.put(head.number(), head));
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Boolean exercise = null;
        for (int i = 0; i < numbers.size(); i++) {
            String at = pointer.endsWith("/") ? pointer + i : pointer;
            Head head = known.get(numbers.get(i));
            if (head == null) {
                errors.add(FieldError.of(at, "unknown-incident", numbers.get(i)));
                continue;
            }
            exercise = Objects.requireNonNullElse(exercise, head.exercise());
            if (head.state() == IncidentState.CANCELLED) {
                errors.add(FieldError.of(at, "cancelled-incident", head.number()));
            } else if (!seen.add(head.number())) {
                errors.add(FieldError.of(at, "duplicate", head.number()));
            } else if (head.exercise() != exercise) {
                errors.add(FieldError.of(at, "exercise-mixed", head.number()));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return List.copyOf(known.values());
    }
}
