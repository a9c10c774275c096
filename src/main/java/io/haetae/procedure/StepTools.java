package io.haetae.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.procedure.engine.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the verbs on steps share: who may, what is written into the subject, what comes back. */
@ApplicationScoped
class StepTools {

    private final CurrentActor current;
    private final RunFiles files;
    private final RunViews views;

    StepTools(CurrentActor current, RunFiles files, RunViews views) {
        this.current = current;
        this.files = files;
        this.views = views;
    }

    Actor actor() {
        return current.get();
    }

    /** Refuses (403) whoever does not hold the step's role, and says who may. */
    void requireRole(Walk walk, Step plan, Actor actor) {
        if (!Flow.mayAct(walk.manual(), plan, actor)) {
            throw notYours(walk, plan);
        }
    }

    static Refusal notYours(Walk walk, Step plan) {
        String held = walk.manual()
                .role(plan.role())
                .map(role -> role.held().stream().map(Role::name).sorted().collect(Collectors.joining(", ")))
                .orElse("");
        return new Refusal(ProcedureError.NOT_YOUR_ROLE, Map.of("step", plan.id(), "allowed", held));
    }

    /** What the fields say of the subject, written in this transaction. */
    void writeFacts(Walk walk, Step plan, Map<String, JsonNode> said) {
        Map<String, JsonNode> facts = FieldValues.facts(plan.fields(), said);
        if (facts.isEmpty()) {
            return;
        }
        try {
            walk.source().record(walk.run().subjectId, facts);
        } catch (Refusal refusal) {
            throw FieldValues.ofFields(plan.fields(), refusal);
        }
        walk.forgetFacts();
    }

    boolean lacksEvidence(RunStep step, @Nullable String evidence) {
        return (evidence == null || evidence.isBlank()) && !files.any(step.id);
    }

    RunView view(Walk walk) {
        return views.view(walk);
    }
}
