package io.haetae.procedure;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.TakenFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Evidence as files: put to a step while it is open or after, taken away again by whoever may see the run. */
@ApplicationScoped
class RunFileService {

    private final RunFiles files;
    private final RunAccess access;
    private final RunCourse course;
    private final RunChronicle chronicle;
    private final StepTools tools;
    private final ProcedureConfig config;

    RunFileService(
            RunFiles files,
            RunAccess access,
            RunCourse course,
            RunChronicle chronicle,
            StepTools tools,
            ProcedureConfig config) {
        this.files = files;
        this.access = access;
        this.course = course;
        this.chronicle = chronicle;
        this.tools = tools;
        this.config = config;
    }

    /** Keeps a file; it belongs to the latest round of the step. */
    @Transactional
    public UUID add(UUID id, String stepId, String givenName, byte[] content) {
        Actor actor = tools.actor();
        Instant now = course.now();
        Walk walk = access.writeEvenEnded(id, actor, now);
        RunStep step = walk.steps().stream()
                .filter(candidate -> candidate.step.equals(stepId))
                .reduce((former, later) -> later)
                .orElseThrow(Refusal::notFound);
        tools.requireRole(walk, walk.manual().place(stepId).step(), actor);
        TakenFile taken = TakenFile.require(givenName, content, config.fileLimit(), ProcedureError.FILE_REFUSED);
        UUID file = files.add(step, taken, actor.name(), now);
        chronicle.journal(
                walk,
                "procedure.evidence-added",
                Map.of("step", stepId, "file", file.toString(), "name", taken.name(), "size", content.length));
        return file;
    }

    /** A file of a run that the reader may see. */
    @Transactional
    public TakenFile get(UUID id, UUID file) {
        access.read(id, tools.actor(), course.now());
        return files.content(id, file).orElseThrow(Refusal::notFound);
    }
}
