package io.haetae.duty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An absence as others see it; what is null in {@link NewAbsence} is null here. */
public record AbsenceView(
        UUID id,
        DutyPerson person,
        Instant from,
        Instant until,
        @Nullable DutyPerson substitute,
        String reason) {}
