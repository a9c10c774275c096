package io.haetae.procedure;

import io.haetae.kernel.Actor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.procedure.engine.Manual;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Moves a run to the version of its manual that is in force: on purpose, by a person, with a reason. */
@ApplicationScoped
class RunMoveService {

    private final RunAccess access;
    private final RunRecords records;
    private final Moving moving;
    private final Flow flow;
    private final RunCourse course;
    private final RunFollowUp followUp;
    private final StepTools tools;

    RunMoveService(
            RunAccess access,
            RunRecords records,
            Moving moving,
            Flow flow,
            RunCourse course,
            RunFollowUp followUp,
            StepTools tools) {
        this.access = access;
        this.records = records;
        this.moving = moving;
        this.flow = flow;
        this.course = course;
        this.followUp = followUp;
        this.tools = tools;
    }

    /** The version named must be the one in force, so that nobody moves a run to what has been replaced meanwhile. */
    @Transactional
    public RunView move(UUID id, @Valid RunCommands.NewVersion command) {
        Actor actor = tools.actor();
        if (!actor.hasAny(Roles.WORK)) {
            throw new Refusal(KernelError.FORBIDDEN);
        }
        Walk former = access.write(id, actor, course.now());
        Run run = former.run();
        ManualRef to = access.inForce(run.manual());
        if (!to.version().equals(command.version()) || to.equals(run.manual())) {
            String code = to.equals(run.manual()) ? "runs-by-it-already" : "not-in-force";
            throw Refusal.fields(List.of(
                    new FieldError("/version", code, Map.of("value", command.version(), "allowed", to.version()))));
        }
        Manual before = former.manual();
        Difference difference = Difference.between(before, access.manual(to));
        Moved moved = new Moved(
                Ids.at(former.now()), run, to.version(), difference, actor.name(), command.reason(), former.now());
        records.add(moved);
        run.manualVersion = to.version();
        Walk walk = access.walk(run, former.subject(), actor, former.now());
        moving.take(walk, before);
        followUp.moved(walk, moved);
        followUp.ended(walk, flow.settle(walk));
        records.flush();
        return tools.view(walk);
    }
}
