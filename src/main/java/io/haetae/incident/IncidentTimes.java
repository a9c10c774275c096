package io.haetae.incident;

import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.rule.FailureFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which times can be: the four are told apart, none lies in the future, and nothing is noticed before it happens. */
final class IncidentTimes {

    /** Clocks of senders differ a little from ours. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private IncidentTimes() {}

    static void check(Incident incident, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        past(errors, "/detectedAt", incident.detectedAt, now);
        past(errors, "/recognisedAt", incident.recognisedAt, now);
        if (incident.kind == FailureFacts.Kind.FAILURE) {
            past(errors, "/occurredAt", incident.occurredAt, now);
        }
        notBefore(errors, "/detectedAt", incident.detectedAt, incident);
        notBefore(errors, "/recognisedAt", incident.recognisedAt, incident);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** Refuses a time in the future. */
    static void past(String pointer, Instant at, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        past(errors, pointer, at, now);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static void past(List<FieldError> errors, String pointer, @Nullable Instant at, Instant now) {
        if (at != null && at.isAfter(now.plus(TOLERANCE))) {
            errors.add(FieldError.of(pointer, "in-the-future"));
        }
    }

    /** A failure cannot be noticed before it occurs; a feared one can. */
    private static void notBefore(List<FieldError> errors, String pointer, @Nullable Instant at, Incident incident) {
        boolean failure = incident.kind == FailureFacts.Kind.FAILURE && incident.fearedUntil == null;
        if (failure && at != null && incident.occurredAt != null && at.isBefore(incident.occurredAt)) {
            errors.add(FieldError.of(pointer, "end-before-begin"));
        }
    }
}
