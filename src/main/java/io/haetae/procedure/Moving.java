package io.haetae.procedure;

import io.haetae.procedure.engine.Manual;
import io.haetae.procedure.engine.Step;
import io.haetae.procedure.engine.StepKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the steps of a run over into another version of its manual. What was done stays done. An open step that the new
 * version has in the same place goes on; one that it has not is ended, and what stands in its place becomes ready. A new
 * step in a place that the work has passed becomes ready too, and is made up for.
 */
@ApplicationScoped
class Moving {

    /** Ended because the version was changed. */
    static final String REPLACED = "REPLACED";

    private final Flow flow;
    private final RunRecords records;

    Moving(Flow flow, RunRecords records) {
        this.flow = flow;
        this.records = records;
    }

    /** The run goes by the walk's manual from now on; it went by {@code before} until now. */
    void take(Walk walk, Manual before) {
        List<RunStep> gone = gone(walk, before);
        gone.forEach(step -> step.end(REPLACED, walk.now()));
        records.flush();
        for (RunStep step : walk.open()) {
            flow.limitAnew(walk, step, records.entries(walk.run().id));
        }
        for (RunStep step : gone) {
            if (gone.stream().noneMatch(other -> other.id.equals(step.parent))) {
                replace(walk, before, step);
            }
        }
        makeUpFor(walk, before);
        flow.joinWhatIsDone(walk);
    }

    /** Open steps that the new version does not have, or has in another list, with everything inside them. */
    private static List<RunStep> gone(Walk walk, Manual before) {
        List<RunStep> gone = new ArrayList<>();
        for (RunStep step : walk.open()) {
            boolean inside = gone.stream().anyMatch(around -> around.id.equals(step.parent));
            boolean stays = walk.manual()
                    .find(step.step)
                    .filter(place -> list(place).equals(list(before.place(step.step))))
                    .isPresent();
            if (inside || !stays) {
                gone.add(step);
            }
        }
        return gone;
    }

    /** Which list of steps a place is in. */
    private static String list(Manual.Place place) {
        return place.parallel() == null || place.branch() == null
                ? ""
                : place.parallel().id() + "/" + place.branch().id();
    }

    /** What follows the last step before it that both versions have becomes ready in its place. */
    private void replace(Walk walk, Manual before, RunStep step) {
        Manual.Place place = before.place(step.step);
        RunStep around = walk.parent(step);
        List<Step> list = sameList(walk.manual(), place);
        int from = place.list().subList(0, place.index()).stream()
                .map(earlier -> index(list, earlier.id()))
                .filter(index -> index >= 0)
                .reduce(-1, (former, later) -> later);
        Optional<Step> next = list.stream().skip(from + 1L).findFirst();
        if (next.isEmpty()) {
            flow.leave(walk, around);
        } else if (walk.open(next.get().id()).isEmpty()) {
            flow.enter(walk, next.get(), around, false);
        }
    }

    private static List<Step> sameList(Manual manual, Manual.Place place) {
        if (place.parallel() == null || place.branch() == null) {
            return manual.steps();
        }
        String branch = place.branch().id();
        return manual.find(place.parallel().id()).stream()
                .flatMap(parallel -> parallel.step().branches().stream())
                .filter(candidate -> candidate.id().equals(branch))
                .flatMap(candidate -> candidate.steps().stream())
                .toList();
    }

    private static int index(List<Step> list, String id) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void makeUpFor(Walk walk, Manual before) {
        Manual manual = walk.manual();
        List<RunStep> walked = walk.latest();
        first(walk, before, manual.steps(), null);
        for (RunStep step : walked) {
            Optional<Manual.Place> place = manual.find(step.step);
            if (place.isEmpty()) {
                continue;
            }
            if (place.get().step().kind() == StepKind.PARALLEL) {
                branches(walk, before, step, place.get().step());
            }
            if (!step.isOpen() && !REPLACED.equals(step.outcome)) {
                following(walk, place.get(), step)
                        .filter(next -> isNew(walk, before, next))
                        .ifPresent(next -> flow.enter(walk, next, walk.parent(step), true));
            }
        }
    }

    /** Where an ended step would have led in the new version; nothing when its outcome means nothing there. */
    private static Optional<Step> following(Walk walk, Manual.Place place, RunStep step) {
        String outcome = String.valueOf(step.outcome);
        Step plan = place.step();
        boolean known =
                plan.kind() != StepKind.DECISION || plan.option(outcome).isPresent() || Outcomes.needsReason(outcome);
        return known ? walk.manual().target(place, Flow.jump(plan, outcome)) : Optional.empty();
    }

    private void branches(Walk walk, Manual before, RunStep parallel, Step plan) {
        for (Step.Branch branch : plan.branches()) {
            boolean entered = walk.steps().stream()
                    .anyMatch(step -> parallel.id.equals(step.parent) && index(branch.steps(), step.step) >= 0);
            if (entered) {
                first(walk, before, branch.steps(), parallel);
            } else if (parallel.isOpen() || isNew(walk, before, branch.steps().get(0))) {
                flow.enter(walk, branch.steps().get(0), parallel, false);
            }
        }
    }

    private void first(Walk walk, Manual before, List<Step> list, @Nullable RunStep around) {
        Step first = list.get(0);
        if (isNew(walk, before, first)) {
            flow.enter(walk, first, around, true);
        }
    }

    private static boolean isNew(Walk walk, Manual before, Step step) {
        return before.find(step.id()).isEmpty() && walk.rounds(step.id()) == 0;
    }
}
