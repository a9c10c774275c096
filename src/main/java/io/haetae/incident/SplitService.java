package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Systems that fail for another reason get an incident of their own, linked with the one they were in. */
@ApplicationScoped
class SplitService {

    private final Incidents incidents;
    private final IncidentMoves moves;
    private final IncidentLinks links;
    private final IncidentViews views;
    private final GradeCourse course;
    private final CurrentActor current;
    private final Clock clock;

    SplitService(
            Incidents incidents,
            IncidentMoves moves,
            IncidentLinks links,
            IncidentViews views,
            GradeCourse course,
            CurrentActor current,
            Clock clock) {
        this.incidents = incidents;
        this.moves = moves;
        this.links = links;
        this.views = views;
        this.course = course;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Takes systems out with their recoveries; times and words are copied, the grade of both is computed anew. Refuses
     * (422) what is not affected and whatever would leave one of the two without a system that still fails.
     */
    @Transactional
    public IncidentView split(String number, @Valid MergeCommands.Split said) {
        Actor actor = current.require(Verb.SPLIT.roles());
        Instant now = clock.instant();
        Incident whole = incidents.lock(number, actor);
        Verb.SPLIT.check(whole);
        List<UUID> chosen = check(whole, said);
        Incident part = incidents.splitOff(whole, said.title(), now, actor.id());
        incidents.persist(part);
        moves.systems(whole, part, chosen);
        moves.forget();
        part = incidents.findById(part.id);
        whole = incidents.lock(whole.number, actor);
        Collection<SystemView> register = views.registerOf(part);
        Set<String> scope = new TreeSet<>();
        register.forEach(system -> scope.addAll(system.scopeKeys()));
        part.scope = List.copyOf(scope);
        part.major = register.stream().anyMatch(SystemView::major);
        links.add(
                Ids.at(now),
                part.id,
                LinkKind.SPLIT_FROM,
                Telling.INCIDENT,
                whole.number,
                said.reason(),
                now,
                actor.name());
        course.begin(part, register, null, null, now);
        Collection<SystemView> rest = views.registerOf(whole);
        whole.major = rest.stream().anyMatch(SystemView::major);
        course.split(whole, rest, Map.of("to", part.number, "systems", said.systems(), "reason", said.reason()), now);
        incidents.flush();
        return views.view(part, register);
    }

    private static List<UUID> check(Incident whole, MergeCommands.Split said) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> codes = new HashSet<>(said.systems());
        for (int i = 0; i < said.systems().size(); i++) {
            String code = said.systems().get(i);
            if (whole.system(code).isEmpty()) {
                errors.add(FieldError.of("/systems/" + i, "not-affected", code));
            }
        }
        boolean failingTaken = whole.unrecovered().stream().anyMatch(system -> codes.contains(system.getCode()));
        boolean failingLeft = whole.unrecovered().stream().anyMatch(system -> !codes.contains(system.getCode()));
        if (errors.isEmpty() && !(failingTaken && failingLeft)) {
            errors.add(FieldError.of("/systems", "one-failing-on-each-side"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return whole.systems.stream()
                .filter(system -> codes.contains(system.getCode()))
                .map(IncidentSystem::getSystem)
                .toList();
    }
}
