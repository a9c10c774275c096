package io.haetae.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.kernel.Actor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.procedure.engine.Manual;
import io.haetae.procedure.engine.Step;
import io.haetae.procedure.engine.StepKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of a step. Whoever comes second to the same step is told who was first; nothing of either is lost. */
@ApplicationScoped
class RunStepService {

    /** Clocks of different machines differ; a little ahead is not the future. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final RunAccess access;
    private final RunRecords records;
    private final RunCourse course;
    private final Flow flow;
    private final Votes votes;
    private final RunChronicle chronicle;
    private final StepTools tools;

    RunStepService(
            RunAccess access,
            RunRecords records,
            RunCourse course,
            Flow flow,
            Votes votes,
            RunChronicle chronicle,
            StepTools tools) {
        this.access = access;
        this.records = records;
        this.course = course;
        this.flow = flow;
        this.votes = votes;
        this.chronicle = chronicle;
        this.tools = tools;
    }

    /** Takes in the result of a step that is to be done now, and goes on. */
    @Transactional
    public RunView result(UUID id, String stepId, @Valid StepResult said) {
        Actor actor = tools.actor();
        Instant now = course.now();
        Walk walk = access.write(id, actor, now);
        Step plan = walk.manual().find(stepId).orElseThrow(Refusal::notFound).step();
        if (plan.kind() != StepKind.APPROVAL) { // an approval may have been delegated
            tools.requireRole(walk, plan, actor);
        }
        RunStep step = walk.open(stepId).orElseThrow(() -> notOpen(walk, stepId));
        Instant at = check(plan, step, said, now);
        if (plan.kind() == StepKind.APPROVAL) {
            votes.cast(walk, step, plan, said, at);
        } else {
            carryOut(walk, step, plan, said, at);
            course.takeIfFree(walk);
        }
        chronicle.journal(
                walk,
                "procedure.step-done",
                Map.of(
                        "step",
                        stepId,
                        "round",
                        step.round,
                        "outcome",
                        said.outcome(),
                        "at",
                        at.toString(),
                        "reason",
                        Objects.requireNonNullElse(said.reason(), "")));
        course.follow(walk);
        records.flush();
        return tools.view(walk);
    }

    private void carryOut(Walk walk, RunStep step, Step plan, StepResult said, Instant at) {
        boolean done = !Outcomes.needsReason(said.outcome());
        boolean goesOn = done && plan.kind() == StepKind.GUIDANCE && plan.every() != null;
        RunEntry entry = new RunEntry(
                        Ids.at(walk.now()),
                        step,
                        goesOn ? RunEntry.Kind.ISSUE : RunEntry.Kind.RESULT,
                        said.outcome(),
                        Voter.self(walk.by()),
                        at,
                        walk.now())
                .saying(said.evidence(), said.reason(), said.fields())
                .decided(said.decidedBy(), said.documentNumber());
        records.add(entry);
        if (done) {
            tools.writeFacts(walk, plan, said.fields());
        }
        chronicle.tell(walk, "STEP_DONE", at, plan, said.outcome(), words(said));
        if (goesOn) {
            step.limit(flow.nextIssue(plan, step, at), null);
        } else {
            flow.end(walk, step, said.outcome());
        }
    }

    private static @Nullable String words(StepResult said) {
        return said.reason() == null ? said.evidence() : said.reason();
    }

    private Instant check(Step plan, RunStep step, StepResult said, Instant now) {
        List<String> allowed = Outcomes.allowed(plan);
        if (!allowed.contains(said.outcome())) {
            throw Refusal.fields(List.of(new FieldError(
                    "/outcome", "not-one-of", Map.of("value", said.outcome(), "allowed", String.join(", ", allowed)))));
        }
        if (Outcomes.needsReason(said.outcome())
                && (said.reason() == null || said.reason().isBlank())) {
            throw Refusal.field("/reason", "required", "");
        }
        boolean done = !Outcomes.needsReason(said.outcome());
        FieldValues.check(plan.fields(), said.fields(), done);
        if (done && plan.evidence() && tools.lacksEvidence(step, said.evidence())) {
            throw Refusal.field("/evidence", "required", "");
        }
        return past(said.at(), now);
    }

    /** What was done before the run began may be recorded in it; what has not happened yet may not. */
    private static Instant past(@Nullable Instant at, Instant now) {
        if (at == null) {
            return now;
        }
        if (at.isAfter(now.plus(TOLERANCE))) {
            throw Refusal.field("/at", "in-the-future", at);
        }
        return at;
    }

    private Refusal notOpen(Walk walk, String stepId) {
        List<String> open = walk.open().stream().map(step -> step.step).toList();
        String by = records.entries(walk.run().id).stream()
                .filter(entry -> walk.steps().stream()
                        .anyMatch(step -> step.id.equals(entry.runStep) && step.step.equals(stepId)))
                .reduce((former, later) -> later)
                .map(entry -> entry.personName)
                .orElse("–");
        return new Refusal(ProcedureError.STEP_NOT_OPEN, Map.of("step", stepId, "by", by, "allowed", open));
    }

    /** Puts an entry in other words; the former is kept beside it. */
    @Transactional
    public RunView correct(UUID id, UUID entryId, @Valid Correction said) {
        Actor actor = tools.actor();
        Instant now = course.now();
        Walk walk = access.writeEvenEnded(id, actor, now);
        RunEntry former =
                records.entry(entryId).filter(entry -> entry.run.equals(id)).orElseThrow(Refusal::notFound);
        RunStep step = walk.steps().stream()
                .filter(candidate -> candidate.id.equals(former.runStep))
                .findFirst()
                .orElseThrow();
        Manual.Place place = walk.editions().describe(step).place();
        tools.requireRole(walk, place.step(), actor);
        if (records.entries(id).stream().anyMatch(entry -> entryId.equals(entry.corrects))) {
            throw new Refusal(ProcedureError.CORRECTED_SINCE);
        }
        FieldValues.check(place.step().fields(), said.fields(), false);
        Map<String, JsonNode> values = new HashMap<>(former.values);
        values.putAll(said.fields());
        Instant at = said.at() == null ? former.at : past(said.at(), now);
        records.add(former.correction(Ids.at(now), Voter.self(actor), at, now)
                .saying(said.evidence() == null ? former.evidence : said.evidence(), said.reason(), values));
        tools.writeFacts(walk, place.step(), said.fields());
        chronicle.journal(
                walk,
                "procedure.step-corrected",
                Map.of("step", step.step, "entry", entryId.toString(), "reason", said.reason()));
        chronicle.tell(walk, "STEP_CORRECTED", at, place.step(), former.outcome, said.reason());
        records.flush();
        return tools.view(walk);
    }
}
