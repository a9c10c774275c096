package io.haetae.procedure;

import io.haetae.kernel.LocalizedText;
import io.haetae.procedure.engine.Field;
import io.haetae.procedure.engine.Manual;
import io.haetae.procedure.engine.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows runs: one with all its steps, or many as rows. */
@ApplicationScoped
class RunViews {

    private final RunRecords records;
    private final Manuals manuals;
    private final Subjects subjects;
    private final StepViews steps;

    RunViews(RunRecords records, Manuals manuals, Subjects subjects, StepViews steps) {
        this.records = records;
        this.manuals = manuals;
        this.subjects = subjects;
        this.steps = steps;
    }

    RunView view(Walk walk) {
        Run run = walk.run();
        Manual.Header header = walk.manual().header();
        List<RunView.StepView> shown = steps.of(walk);
        return new RunView(
                run.id,
                header.id(),
                header.version(),
                newer(run),
                header.title(),
                header.draft(),
                new RunView.Subject(
                        run.subjectKind,
                        run.subjectId,
                        walk.subject().title(),
                        walk.subject().href()),
                run.state.name(),
                run.automatic,
                run.exercise,
                walk.subject().failureGrade(),
                run.startedAt,
                run.startedByName,
                holder(run),
                run.endedAt,
                run.endedByName,
                run.endReason,
                shown,
                asksForParts(shown) ? walk.source().parts(run.subjectId) : List.of(),
                handOvers(run),
                change(run, walk.manual()),
                records.moves(run.id).stream().map(moved -> move(run, moved)).toList(),
                Map.of(
                        "self",
                        "/api/v1/runs/" + run.id,
                        "page",
                        "/runs/" + run.id,
                        "subject",
                        walk.subject().href()));
    }

    private List<RunView.Handed> handOvers(Run run) {
        return records.handOvers(run.id).stream()
                .map(handed ->
                        new RunView.Handed(handed.at, handed.fromName, handed.toName, handed.byName, handed.note))
                .toList();
    }

    private static boolean asksForParts(List<RunView.StepView> steps) {
        return steps.stream()
                .filter(step -> step.standing() == RunView.Standing.READY)
                .flatMap(step -> step.fields().stream())
                .anyMatch(field -> field.type() == Field.Type.SYSTEM);
    }

    private @Nullable String newer(Run run) {
        ManualRef ref = run.manual();
        String inForce = manuals.startable(ref.manual()).version();
        return run.isOpen() && !inForce.equals(ref.version()) ? inForce : null;
    }

    private RunView.@Nullable Change change(Run run, Manual present) {
        String newer = newer(run);
        if (newer == null) {
            return null;
        }
        Manual latter = manuals.get(new ManualRef(run.manualKind, run.manualName, newer));
        Difference difference = Difference.between(present, latter);
        return new RunView.Change(named(present, difference.vanished()), named(latter, difference.added()));
    }

    private RunView.Move move(Run run, Moved moved) {
        Manual from = manuals.get(new ManualRef(run.manualKind, run.manualName, moved.fromVersion));
        Manual to = manuals.get(new ManualRef(run.manualKind, run.manualName, moved.toVersion));
        return new RunView.Move(
                moved.at,
                moved.fromVersion,
                moved.toVersion,
                moved.byName,
                moved.reason,
                new RunView.Change(named(from, moved.vanished), named(to, moved.added)));
    }

    private static List<RunView.StepName> named(Manual manual, List<String> steps) {
        return steps.stream()
                .map(step ->
                        new RunView.StepName(step, manual.place(step).step().title()))
                .toList();
    }

    private static RunView.@Nullable Holder holder(Run run) {
        return run.holder == null || run.holderName == null ? null : new RunView.Holder(run.holder, run.holderName);
    }

    /** Rows in the order given. */
    List<RunRow> rows(List<Run> runs, Instant now) {
        List<UUID> ids = runs.stream().map(run -> run.id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<RunStep>> open =
                records.openSteps(ids).stream().collect(Collectors.groupingBy(step -> step.run));
        Map<UUID, Integer> done = records.done(ids);
        List<RunRow> rows = new ArrayList<>();
        for (Run run : runs) {
            rows.add(row(run, open.getOrDefault(run.id, List.of()), done.getOrDefault(run.id, 0), now));
        }
        return rows;
    }

    private RunRow row(Run run, List<RunStep> open, int done, Instant now) {
        Manual manual = manuals.get(run.manual());
        String href = subjects.find(run.subjectKind)
                .map(kind -> kind.href(run.subjectId))
                .orElse("");
        return new RunRow(
                run.id,
                manual.header().id(),
                manual.header().version(),
                manual.header().title(),
                manual.header().draft(),
                new RunView.Subject(run.subjectKind, run.subjectId, run.title, href),
                run.state.name(),
                run.exercise,
                run.startedAt,
                holder(run),
                done,
                run.isOpen()
                        ? open.stream().map(step -> open(manual, step, now)).toList()
                        : List.of());
    }

    static RunRow.OpenStep open(Manual manual, RunStep step, Instant now) {
        Step plan = manual.place(step.step).step();
        LocalizedText role = manual.role(plan.role()).map(held -> held.name()).orElse(null);
        return new RunRow.OpenStep(
                step.step, plan.title(), plan.kind().name(), role, step.readyAt, step.dueAt, step.isOverdue(now));
    }
}
