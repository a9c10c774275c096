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
        enter(walk, walk.manual().steps().get(0), null, false);
    }

    /** Ends a step and goes where its outcome leads; what is made up for leads only to what has not been done. */
    void end(Walk walk, RunStep step, String outcome) {
        step.end(outcome, walk.now());
        records.flush(); // a step may lead to itself, and only one round of it may be open
        Manual.Place place = walk.manual().place(step.step);
        RunStep around = walk.parent(step);
        Optional<Step> target = walk.manual()
                .target(place, jump(place.step(), outcome))
                .filter(next -> !step.madeUp || walk.rounds(next.id()) == 0);
        if (target.isPresent()) {
            enter(walk, target.get(), around, step.madeUp);
        } else {
            leave(walk, around);
        }
    }

    /**
     * The jump that an outcome takes; null for the following step. An option without a jump leads there too: a decision's
     * own jump is for those who leave it out.
     */
    static @Nullable String jump(Step plan, String outcome) {
        Optional<Step.Option> option = plan.option(outcome);
        if (option.isPresent()) {
            return option.get().next();
        }
        Step.Approval approval = plan.approval();
        if (approval != null && outcome.equals(Outcomes.REJECTED)) {
            return approval.rejected();
        }
        return approval != null && outcome.equals(EXPIRED) ? approval.expired() : plan.next();
    }

    /** A list of steps is at its end: the PARALLEL around it may be done, and with the last open step the run is. */
    void leave(Walk walk, @Nullable RunStep around) {
        if (around != null) {
            joinIfDone(walk, around);
        }
        if (walk.run().isOpen() && walk.open().isEmpty()) {
            walk.run().end(Run.State.DONE, walk.by(), null, walk.now());
        }
    }

    /** Ends every PARALLEL in which nothing is open any more. */
    void joinWhatIsDone(Walk walk) {
        for (RunStep step : walk.open()) {
            if (step.isOpen() && walk.manual().place(step.step).step().kind() == StepKind.PARALLEL) {
                joinIfDone(walk, step);
            }
        }
        leave(walk, null);
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
            end(walk, step, DONE);
        } else if (step.untilAt != null && !walk.now().isBefore(step.untilAt)) {
            end(walk, step, plan.kind() == StepKind.APPROVAL ? EXPIRED : DONE);
        }
    }

    /** A step becomes ready, with its time limit, and with it what is inside it. */
    void enter(Walk walk, Step plan, @Nullable RunStep around, boolean madeUp) {
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
        step.madeUp = madeUp;
        Instant due = after(walk, plan, plan.within(), step);
        step.limit(due, until(walk, plan, step, due));
        walk.add(step);
        records.add(step);
        if (plan.kind() == StepKind.PARALLEL) {
            walk.opening(step, () -> plan.branches()
                    .forEach(branch -> enter(walk, branch.steps().get(0), step, false)));
            joinIfDone(walk, step);
        } else {
            endByItself(walk, step, plan);
        }
    }

    private void joinIfDone(Walk walk, RunStep parallel) {
        if (parallel.isOpen()
                && !walk.isOpening(parallel)
                && walk.open().stream().noneMatch(step -> parallel.id.equals(step.parent))) {
            end(walk, parallel, DONE);
        }
    }

    /** The limits of an open step by the version that the run has been moved to; they count from where they counted. */
    void limitAnew(Walk walk, RunStep step, List<RunEntry> entries) {
        Step plan = walk.manual().place(step.step).step();
        Optional<Instant> issued = entries.stream()
                .filter(entry -> entry.runStep.equals(step.id) && entry.kind == RunEntry.Kind.ISSUE)
                .map(entry -> entry.at)
                .max(Instant::compareTo);
        Instant due = issued.isPresent() && plan.every() != null
                ? nextIssue(plan, step, issued.get())
                : after(walk, plan, plan.within(), step);
        Instant until = until(walk, plan, step, due);
        if (!Objects.equals(due, step.dueAt) || !Objects.equals(until, step.untilAt)) {
            step.limit(due, until);
        }
    }

    private @Nullable Instant until(Walk walk, Step plan, RunStep step, @Nullable Instant due) {
        if (plan.approval() != null && plan.approval().expired() != null) {
            return due;
        }
        return after(walk, plan, plan.waitFor(), step);
    }

    /** The next guidance of a cadence is due so long after the last one. */
    @Nullable
    Instant nextIssue(Step plan, RunStep step, Instant last) {
        return plan.every() == null ? null : limit(plan.every(), step.failureGrade, last);
    }

    private @Nullable Instant after(Walk walk, Step plan, @Nullable Span span, RunStep step) {
        return span == null ? null : limit(span, step.failureGrade, start(walk, plan.from(), step.readyAt));
    }

    private @Nullable Instant limit(Span span, int grade, Instant start) {
        return span.at(grade)
                .flatMap(length -> Term.starting(start, length, calendar).dueAt())
                .orElse(null);
    }

    /** A time that is not known yet is replaced by when the step became ready: a limit without a beginning never comes. */
    private static Instant start(Walk walk, Step.From from, Instant readyAt) {
        return switch (from) {
            case STEP -> readyAt;
            case STARTED -> walk.run().startedAt;
            default -> walk.subject().times().getOrDefault(from.name(), readyAt);
        };
    }

    /** Whether somebody may act for the role of a step. */
    static boolean mayAct(Manual manual, Step plan, Actor actor) {
        return manual.role(plan.role())
                .map(role -> role.held().stream().anyMatch(actor.roles()::contains))
                .orElseGet(() -> actor.hasAny(Roles.WORK));
    }
}
