package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.register.SystemView;
import io.haetae.rule.FailureFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Two incidents that are one failure become one: the old number goes on as another name of it. */
@ApplicationScoped
class MergeService {

    private final Incidents incidents;
    private final IncidentMoves moves;
    private final IncidentViews views;
    private final GradeCourse course;
    private final Chronicle chronicle;
    private final CurrentActor current;
    private final Clock clock;

    MergeService(
            Incidents incidents,
            IncidentMoves moves,
            IncidentViews views,
            GradeCourse course,
            Chronicle chronicle,
            CurrentActor current,
            Clock clock) {
        this.incidents = incidents;
        this.moves = moves;
        this.views = views;
        this.course = course;
        this.chronicle = chronicle;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Systems with their recoveries, timeline, answers, links, procedures and what was done in time move; the worse of
     * what both know of a system counts. Refuses (422) one that is over, an exercise into a real one, a failure into a
     * fear, and itself; and (409) one that has recovered before and so has a history and a review of its own.
     */
    @Transactional
    public IncidentView merge(String number, @Valid MergeCommands.Merger said) {
        Actor actor = current.require(Verb.MERGE.roles());
        Instant now = clock.instant();
        // In the order of their numbers: two people who merge them both ways at once do not wait for each other for
        // ever.
        String into = said.into().strip();
        boolean sourceFirst = number.compareTo(into) < 0;
        Incident early = sourceFirst ? incidents.lockItself(number, actor) : null;
        Incident survivor = survivor(number, into, actor);
        Incident source = early == null ? incidents.lockItself(number, actor) : early;
        Verb.MERGE.check(source);
        check(source, survivor, said);
        chronicle.write(
                source,
                Verb.MERGE.rule(),
                "MERGED",
                now,
                now,
                Map.of("from", source.number, "into", survivor.number, "reason", said.reason()));
        int measurement = course.measurement(survivor);
        IncidentJoin.takeIn(survivor, source, now);
        course.over(source, "merged", true, now);
        course.handOver(source, survivor, measurement, now);
        moves.merge(source, survivor, measurement, said.reason(), now);
        Incident merged = incidents.lock(survivor.number, actor);
        Collection<SystemView> register = views.registerOf(merged);
        course.merged(merged, register, Map.of("merged", source.number, "reason", said.reason()), now);
        incidents.flush();
        return views.view(merged, register);
    }

    private Incident survivor(String number, String into, Actor actor) {
        try {
            return incidents.lock(into, actor);
        } catch (Refusal unseen) {
            incidents.lockItself(number, actor); // what is out of sight itself is not there at all
            throw Refusal.field("/into", "unknown-incident", into);
        }
    }

    private static void check(Incident source, Incident survivor, MergeCommands.Merger said) {
        if (source.reopenedAt != null) {
            throw new Refusal(IncidentError.RECOVERED_BEFORE, Map.of("value", source.number));
        }
        String code = null;
        if (source.id.equals(survivor.id)) {
            code = "same-incident";
        } else if (survivor.state != IncidentState.OPEN) {
            code = "not-open";
        } else if (source.exercise != survivor.exercise) {
            code = "exercise-and-real";
        } else if (source.kind == FailureFacts.Kind.FAILURE && survivor.kind == FailureFacts.Kind.FEARED) {
            code = "failure-into-fear";
        }
        if (code != null) {
            throw Refusal.fields(List.of(new FieldError("/into", code, Map.of("value", said.into()))));
        }
    }
}
