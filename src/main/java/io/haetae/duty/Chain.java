package io.haetae.duty;

import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A call-out that a sweep has claimed.
 *
 * @param id of the chain
 * @param subjectKind what it is about
 * @param subjectId which one
 * @param scope who may see its deliveries
 * @param failureGrade 장애등급 that chose its policy
 * @param title of its messages
 * @param body of its messages
 * @param exercise 훈련
 * @param startedAt when it started
 */
record Chain(
        UUID id,
        String subjectKind,
        String subjectId,
        Set<String> scope,
        int failureGrade,
        LocalizedText title,
        LocalizedText body,
        boolean exercise,
        Instant startedAt) {}
