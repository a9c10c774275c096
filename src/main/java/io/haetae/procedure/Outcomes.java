package io.haetae.procedure;

import io.haetae.procedure.engine.Step;
import java.util.ArrayList;
import java.util.List;

/** What may be put as the result of a step, by its kind. */
final class Outcomes {

    static final String SKIPPED = "SKIPPED";
    static final String NOT_APPLICABLE = "NOT_APPLICABLE";
    static final String APPROVED = "APPROVED";
    static final String REJECTED = "REJECTED";

    private Outcomes() {}

    /** A decision can be left out only where its manual says what then follows; an approval never. */
    static List<String> allowed(Step step) {
        List<String> allowed = new ArrayList<>();
        switch (step.kind()) {
            case ACTION, GUIDANCE -> allowed.add(Flow.DONE);
            case DECISION -> step.options().forEach(option -> allowed.add(option.id()));
            case APPROVAL -> allowed.addAll(List.of(APPROVED, REJECTED));
            case WAIT, PARALLEL -> {}
        }
        boolean skippable =
                switch (step.kind()) {
                    case ACTION, GUIDANCE, WAIT -> true;
                    case DECISION -> step.next() != null;
                    case APPROVAL, PARALLEL -> false;
                };
        if (skippable) {
            allowed.addAll(List.of(SKIPPED, NOT_APPLICABLE));
        }
        return allowed;
    }

    static boolean needsReason(String outcome) {
        return List.of(SKIPPED, NOT_APPLICABLE, REJECTED).contains(outcome);
    }
}
