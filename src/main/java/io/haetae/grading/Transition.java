package io.haetae.grading;

import static io.haetae.grading.AssessmentState.APPEALED;
import static io.haetae.grading.AssessmentState.COMPLETION_REQUESTED;
import static io.haetae.grading.AssessmentState.DRAFT;
import static io.haetae.grading.AssessmentState.NOTIFIED;
import static io.haetae.grading.AssessmentState.SUBMITTED;

import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One legal step of an assessment; {@link #TABLE} holds them all.
 *
 * @param rule its name, which is written into the journal
 * @param step what is done
 * @param from the state it starts in
 * @param to the state it leads to
 * @param role who may do it: OFFICER of the owner or of an institution above it, AUTHORITY of its central authority
 * @param requires fields that must be filled
 */
record Transition(String rule, Step step, AssessmentState from, AssessmentState to, Role role, Set<String> requires) {

    /** Rule of the beginning, which starts in no state. */
    static final String DRAFTED = "grading.drafted";

    private static final Set<String> DECIDED = Set.of("decidedBy");
    private static final Set<String> CHANGED = Set.of("grade", "reason", "decidedBy");
    private static final Set<String> REASON = Set.of("reason");

    static final List<Transition> TABLE = List.of(
            owner("grading.facts-changed", Step.FACTS, DRAFT, DRAFT, Set.of()),
            owner("grading.facts-completed", Step.FACTS, COMPLETION_REQUESTED, COMPLETION_REQUESTED, Set.of()),
            owner("grading.submitted", Step.SUBMISSION, DRAFT, SUBMITTED, Set.of()),
            owner("grading.resubmitted", Step.SUBMISSION, COMPLETION_REQUESTED, SUBMITTED, Set.of()),
            authority("grading.confirmed", Step.CONFIRMATION, SUBMITTED, NOTIFIED, DECIDED),
            authority("grading.changed", Step.CHANGE, SUBMITTED, NOTIFIED, CHANGED),
            authority("grading.completion-requested", Step.COMPLETION_REQUEST, SUBMITTED, COMPLETION_REQUESTED, REASON),
            owner("grading.appealed", Step.APPEAL, NOTIFIED, APPEALED, REASON),
            authority("grading.confirmed-on-appeal", Step.CONFIRMATION, APPEALED, NOTIFIED, DECIDED),
            authority("grading.changed-on-appeal", Step.CHANGE, APPEALED, NOTIFIED, CHANGED),
            authority(
                    "grading.completion-requested-on-appeal",
                    Step.COMPLETION_REQUEST,
                    APPEALED,
                    COMPLETION_REQUESTED,
                    REASON));

    /** The step in that state, or a refusal (409) that says which steps are legal. */
    static Transition require(Step step, AssessmentState from) {
        return TABLE.stream()
                .filter(one -> one.step == step && one.from == from)
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(GradingError.STEP_NOT_ALLOWED, Map.of("allowed", allowed(from), "state", from)));
    }

    /** What may be done in a state, by the nouns of the API. */
    static List<String> allowed(AssessmentState from) {
        return TABLE.stream()
                .filter(one -> one.from == from)
                .map(one -> one.step.noun())
                .distinct()
                .toList();
    }

    private static Transition owner(
            String rule, Step step, AssessmentState from, AssessmentState to, Set<String> requires) {
        return new Transition(rule, step, from, to, Role.OFFICER, requires);
    }

    private static Transition authority(
            String rule, Step step, AssessmentState from, AssessmentState to, Set<String> requires) {
        return new Transition(rule, step, from, to, Role.AUTHORITY, requires);
    }

    /** What somebody wants to do with an assessment, and the noun under which the API knows it. */
    enum Step {
        FACTS("facts"),
        SUBMISSION("submission"),
        CONFIRMATION("decision"),
        CHANGE("decision"),
        COMPLETION_REQUEST("decision"),
        APPEAL("appeal");

        private final String noun;

        Step(String noun) {
            this.noun = noun;
        }

        String noun() {
            return noun;
        }
    }
}
