package io.haetae.procedure;

import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.procedure.engine.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Runs as a whole: in whose hands they are, who approves in whose place, and ending one before its end. */
@ApplicationScoped
class RunCourseService {

    private final RunAccess access;
    private final RunRecords records;
    private final RunCourse course;
    private final RunChronicle chronicle;
    private final RunMessages messages;
    private final PeopleService people;
    private final StepTools tools;

    RunCourseService(
            RunAccess access,
            RunRecords records,
            RunCourse course,
            RunChronicle chronicle,
            RunMessages messages,
            PeopleService people,
            StepTools tools) {
        this.access = access;
        this.records = records;
        this.course = course;
        this.chronicle = chronicle;
        this.messages = messages;
        this.people = people;
        this.tools = tools;
    }

    /** Puts the run in somebody's hands, or takes it; handing it to another needs a note, and tells that person. */
    @Transactional
    public RunView handOver(UUID id, @Valid RunCommands.HandOver command) {
        Actor actor = require();
        Instant now = course.now();
        Walk walk = access.write(id, actor, now);
        PersonView to = person("/person", command.person());
        if (to.roles().stream().noneMatch(List.of(Roles.WORK)::contains)) {
            throw Refusal.field("/person", "cannot-work-runs", command.person());
        }
        boolean own = to.id().equals(actor.id());
        String note = command.note();
        if (!own && (note == null || note.isBlank())) {
            throw Refusal.field("/note", "required", "");
        }
        if (to.id().equals(walk.run().holder)) {
            return tools.view(walk);
        }
        HandedOver handed = course.hold(walk, to.id(), to.name(), note);
        chronicle.journal(
                walk,
                "procedure.run-handed-over",
                Map.of(
                        "from",
                        Objects.requireNonNullElse(handed.fromName, ""),
                        "to",
                        to.username(),
                        "note",
                        Objects.requireNonNullElse(note, "")));
        chronicle.tell(walk, "RUN_HANDED_OVER", now, to.name() + (note == null ? "" : " – " + note));
        if (!own) {
            messages.handedOver(walk, handed, to);
        }
        records.flush();
        return tools.view(walk);
    }

    /** Hands the acting person's part in an approval to another, who is told. */
    @Transactional
    public RunView delegate(UUID id, String stepId, @Valid RunCommands.Delegation command) {
        Actor actor = tools.actor();
        Instant now = course.now();
        Walk walk = access.write(id, actor, now);
        Step plan = walk.manual().find(stepId).orElseThrow(Refusal::notFound).step();
        if (plan.approval() == null || !plan.approval().delegable()) {
            throw new Refusal(ProcedureError.NOT_DELEGABLE, Map.of("step", stepId));
        }
        RunStep step = walk.open(stepId)
                .orElseThrow(() -> new Refusal(
                        ProcedureError.STEP_NOT_OPEN,
                        Map.of(
                                "step",
                                stepId,
                                "by",
                                "–",
                                "allowed",
                                walk.open().stream().map(open -> open.step).toList())));
        tools.requireRole(walk, plan, actor);
        boolean gone = records.delegations(id).stream()
                        .anyMatch(one -> one.runStep.equals(step.id) && one.fromId.equals(actor.id()))
                || records.entries(id).stream()
                        .anyMatch(entry -> entry.runStep.equals(step.id) && entry.forPerson.equals(actor.id()));
        if (gone) {
            throw new Refusal(ProcedureError.VOTED, Map.of("step", stepId));
        }
        PersonView to = person("/to", command.to());
        if (to.id().equals(actor.id())) {
            throw Refusal.field("/to", "unknown-person", command.to());
        }
        Delegated delegated = new Delegated(Ids.at(now), step, actor, to, command.reason(), now);
        records.add(delegated);
        chronicle.journal(
                walk,
                "procedure.approval-delegated",
                Map.of("step", stepId, "to", to.username(), "reason", command.reason()));
        messages.delegated(walk, plan, step, delegated, to);
        records.flush();
        return tools.view(walk);
    }

    /** Ends the run before its end; what was done stays. */
    @Transactional
    public RunView cancel(UUID id, @Valid RunCommands.Cancellation command) {
        Actor actor = require();
        Instant now = course.now();
        Walk walk = access.write(id, actor, now);
        course.stop(walk, command.reason());
        records.flush();
        return tools.view(walk);
    }

    private Actor require() {
        Actor actor = tools.actor();
        if (!actor.hasAny(Roles.WORK)) {
            throw new Refusal(KernelError.FORBIDDEN);
        }
        return actor;
    }

    private PersonView person(String pointer, String username) {
        return people.findByUsername(username)
                .filter(PersonView::active)
                .orElseThrow(() -> Refusal.field(pointer, "unknown-person", username));
    }
}
