package io.haetae.duty;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call-out as others see it.
 *
 * @param id of the chain
 * @param policy name of the policy
 * @param policyVersion its pinned version
 * @param failureGrade 장애등급 that chose it
 * @param state where it stands
 * @param exercise 훈련
 * @param startedAt when it started
 * @param nextAt when the next step is due, null when there is none
 * @param endedAt when it was answered, replaced or ended
 * @param endedWhy why it ended, when it was neither answered nor replaced
 * @param answer who answered
 * @param lapsesAt when the answer lapses and the levels are called again, or null
 * @param rollCall who must answer and who has, or empty
 * @param steps in order
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Escalation(
        UUID id,
        String policy,
        String policyVersion,
        int failureGrade,
        State state,
        boolean exercise,
        Instant startedAt,
        @Nullable Instant nextAt,
        @Nullable Instant endedAt,
        @Nullable String endedWhy,
        @Nullable Answer answer,
        @Nullable Instant lapsesAt,
        List<RollCall> rollCall,
        List<Step> steps) {

    public Escalation {
        rollCall = List.copyOf(rollCall);
        steps = List.copyOf(steps);
    }

    /** How many of the roll have answered. */
    public long answered() {
        return rollCall.stream().filter(each -> each.answeredAt() != null).count();
    }

    /**
     * One who must answer.
     *
     * @param person his account
     * @param name the person as people read it
     * @param calledAt when he was called
     * @param answeredAt when he answered, or null
     */
    public record RollCall(
            UUID person,
            String name,
            Instant calledAt,
            @Nullable Instant answeredAt) {}

    /** Where a call-out stands. */
    public enum State {
        /** Steps are due or will be. */
        RUNNING,
        /** Somebody answered. */
        ACKNOWLEDGED,
        /** Everybody was told and nobody answered yet. */
        EXHAUSTED,
        /** A new one took its place. */
        SUPERSEDED,
        /** The matter is over. */
        ENDED;

        /** Whether an answer is still awaited. */
        public boolean isOpen() {
            return this == RUNNING || this == EXHAUSTED;
        }
    }

    /**
     * One step.
     *
     * @param level its level
     * @param rollCall whether each of those called must answer
     * @param dueAt when it was or is due
     * @param state what became of it
     * @param doneAt when it was carried out
     * @param callees whom it calls
     * @param told who was called; filled when it is carried out
     */
    public record Step(
            int level,
            boolean rollCall,
            Instant dueAt,
            StepState state,
            @Nullable Instant doneAt,
            List<Callee> callees,
            List<Told> told) {

        public Step {
            callees = List.copyOf(callees);
            told = List.copyOf(told);
        }
    }

    /** What became of a step. */
    public enum StepState {
        /** Not due yet. */
        WAITING,
        /** Messages to somebody are on their way. */
        TOLD,
        /** There was nobody to send to: the next step came forward. */
        UNREACHED,
        /** Not needed any more. */
        DROPPED
    }

    /**
     * Who was called in a step.
     *
     * @param function in which function
     * @param institution of which institution
     * @param person his account, or null when nobody held the function
     * @param name the person as people read it, or null
     */
    public record Told(
            String function,
            String institution,
            @Nullable UUID person,
            @Nullable String name) {}
}
