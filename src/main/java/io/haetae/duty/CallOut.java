package io.haetae.duty;

import io.haetae.kernel.LocalizedText;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call-out to start.
 *
 * @param subjectKind what it is about, such as {@code INCIDENT}
 * @param subjectId which one
 * @param scope scope keys of the subject: who may see its deliveries
 * @param policy name of the policy that made the steps
 * @param policyVersion its version, pinned
 * @param failureGrade 장애등급 that chose the policy
 * @param title of the messages
 * @param body of the messages
 * @param exercise 훈련
 * @param acknowledgementLasts after which an answer lapses while the matter goes on, or null for never
 * @param steps at least one
 */
public record CallOut(
        String subjectKind,
        String subjectId,
        Set<String> scope,
        String policy,
        String policyVersion,
        int failureGrade,
        LocalizedText title,
        LocalizedText body,
        boolean exercise,
        @Nullable Duration acknowledgementLasts,
        List<CallOutStep> steps) {

    public CallOut {
        scope = Set.copyOf(scope);
        steps = List.copyOf(steps);
    }
}
