package io.haetae.procedure;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.haetae.procedure.engine.Manual;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Opens runs for reading and for writing, under the scope of their subject. */
@ApplicationScoped
class RunAccess {

    private final RunRecords records;
    private final Manuals manuals;
    private final Subjects subjects;

    RunAccess(RunRecords records, Manuals manuals, Subjects subjects) {
        this.records = records;
        this.manuals = manuals;
        this.subjects = subjects;
    }

    /** The run for reading; refuses (404) what is out of scope. */
    Walk read(UUID id, Actor actor, Instant now) {
        return visible(records.findByIdOptional(id).orElseThrow(Refusal::notFound), actor, now);
    }

    /** The run for writing, locked; refuses (404) what is out of scope and (409) what has ended. */
    Walk write(UUID id, Actor actor, Instant now) {
        Walk walk = writeEvenEnded(id, actor, now);
        if (!walk.run().isOpen()) {
            throw new Refusal(
                    ProcedureError.ENDED, Map.of("state", walk.run().state.name(), "allowed", List.of()));
        }
        return walk;
    }

    /** The run for writing, locked, also when it has ended: words may be put right then too. */
    Walk writeEvenEnded(UUID id, Actor actor, Instant now) {
        return visible(records.lock(id).orElseThrow(Refusal::notFound), actor, now);
    }

    private Walk visible(Run run, Actor actor, Instant now) {
        SubjectView subject =
                subjects.visible(run.subjectKind, run.subjectId, actor).orElseThrow(Refusal::notFound);
        return walk(run, subject, actor, now);
    }

    /** The version of a run's manual that is in force. */
    ManualRef inForce(ManualRef ref) {
        return manuals.startable(ref.manual());
    }

    Manual manual(ManualRef ref) {
        return manuals.get(ref);
    }

    private Editions editions(Run run) {
        ManualRef ref = run.manual();
        List<Editions.Former> former = records.moves(run.id).stream()
                .map(moved -> new Editions.Former(
                        manuals.get(new ManualRef(ref.kind(), ref.name(), moved.fromVersion)), moved.at))
                .toList();
        return new Editions(manuals.get(ref), former);
    }

    Walk walk(Run run, SubjectView subject, Actor actor, Instant now) {
        return new Walk(run, editions(run), subjects.get(run.subjectKind), subject, records.steps(run.id), actor, now);
    }
}
