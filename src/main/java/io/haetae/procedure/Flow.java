package io.haetae.procedure;

import io.haetae.deadline.Term;
import io.haetae.deadline.WorkingCalendar;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.procedure.engine.Manual;
import io.haetae.procedure.engine.Span;
import io.haetae.procedure.engine.Step;
import io.haetae.procedure.engine.StepKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves a run along its manual: which step is ready, until when, and what follows when one has ended. */
@ApplicationScoped
class Flow {

    /** Without a failure grade the worst one chooses the limits: not knowing must not be slower than knowing. */
    private static final int UNTIL_GRADED = 1;

    static final String DONE = "DONE";
    static final String EXPIRED = "EXPIRED";

    private final RunRecords records;
    private final WorkingCalendar calendar;

    Flow(RunRecords records, WorkingCalendar calendar) {
        this.records = records;
        this.calendar = calendar;
    }

    /** Begins a run. */
    void begin(Walk walk) {
        enter(walk, walk.manual().steps().get(0), null);
    }

    /** Ends a step and goes where its jump leads. */
    void end(Walk walk, RunStep step, String outcome, @Nullable String next) {
        step.end(outcome, walk.now());
        records.flush(); // a step may lead to itself, and only one round of it may be open
        Manual.Place place = walk.manual().place(step.step);
        RunStep around = walk.parent(step);
        Optional<Step> target = walk.manual().target(place, next);
        if (target.isPresent()) {
            enter(walk, target.get(), around);
        } else if (around == null) {
            walk.run().end(Run.State.DONE, walk.by(), null, walk.now());
        } else {
            joinIfDone(walk, around);
        }
    }

    /** Looks at everything that may end by itself: awaited facts and times. Says what has ended. */
    List<RunStep> settle(Walk walk) {
        List<RunStep> open = walk.open();
        for (RunStep step : open) {
            if (step.isOpen()) {
                endByItself(walk, step, walk.manual().place(step.step).step());
            }
        }
        return open.stream().filter(step -> !step.isOpen()).toList();
    }

    private void endByItself(Walk walk, RunStep step, Step plan) {
        if (plan.until() != null && plan.until().holds(walk.facts())) {
            end(walk, step, DONE, plan.next());
        } else if (step.untilAt != null && !walk.now().isBefore(step.untilAt)) {
            boolean approval = plan.kind() == StepKind.APPROVAL;
            end(
                    walk,
                    step,
                    approval ? EXPIRED : DONE,
                    approval ? Objects.requireNonNull(plan.approval()).expired() : plan.next());
        }
    }

    private void enter(Walk walk, Step plan, @Nullable RunStep around) {
        Instant now = walk.now();
        int grade = Objects.requireNonNullElse(walk.subject().failureGrade(), UNTIL_GRADED);
        RunStep step = new RunStep(
                Ids.at(now),
                walk.run().id,
                plan.id(),
                walk.rounds(plan.id()) + 1,
                around == null ? null : around.id,
                grade,
                now);
        Instant due = after(walk, plan, plan.within(), grade);
        step.limit(due, until(walk, plan, grade, due));
        walk.add(step);
        records.add(step);
        if (plan.kind() == StepKind.PARALLEL) {
            plan.branches().forEach(branch -> enter(walk, branch.steps().get(0), step));
            joinIfDone(walk, step);
        } else {
            endByItself(walk, step, plan);
        }
    }

    private void joinIfDone(Walk walk, RunStep parallel) {
        if (parallel.isOpen() && walk.open().stream().noneMatch(step -> parallel.id.equals(step.parent))) {
            end(walk, parallel, DONE, walk.manual().place(parallel.step).step().next());
        }
    }

    private @Nullable Instant until(Walk walk, Step plan, int grade, @Nullable Instant due) {
        if (plan.approval() != null && plan.approval().expired() != null) {
            return due;
        }
        return after(walk, plan, plan.waitFor(), grade);
    }

    /** The next guidance of a cadence is due so long after the last one. */
    @Nullable
    Instant nextIssue(Step plan, RunStep step, Instant last) {
        return plan.every() == null ? null : limit(plan.every(), step.failureGrade, last);
    }

    private @Nullable Instant after(Walk walk, Step plan, @Nullable Span span, int grade) {
        return span == null ? null : limit(span, grade, start(walk, plan.from()));
    }

    private @Nullable Instant limit(Span span, int grade, Instant start) {
        return span.at(grade)
                .flatMap(length -> Term.starting(start, length, calendar).dueAt())
                .orElse(null);
    }

    /** A time that is not known yet is replaced by now: a limit without a beginning would never come. */
    private static Instant start(Walk walk, Step.From from) {
        return switch (from) {
            case STEP -> walk.now();
            case STARTED -> walk.run().startedAt;
            default -> walk.subject().times().getOrDefault(from.name(), walk.now());
        };
    }

    /** Whether somebody may act for the role of a step. */
    static boolean mayAct(Manual manual, Step plan, Actor actor) {
        return manual.role(plan.role())
                .map(role -> role.held().stream().anyMatch(actor.roles()::contains))
                .orElseGet(() -> actor.hasAny(Roles.WORK));
    }
}
