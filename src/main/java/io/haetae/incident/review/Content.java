package io.haetae.incident.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a review says. Everything may be left out while it is written; to hand it in, all but {@code wentWell} is needed.
 *
 * @param cause 직접 원인: what broke
 * @param underlyingCause 근본 원인: why it was not prevented
 * @param causeStatus whether the cause is proven or only presumed
 * @param detectionAnalysis how it was detected, recognised and called out
 * @param recoveryAnalysis how it was recovered
 * @param informationAnalysis how it was reported and the public informed, and how service went on
 * @param damage 피해
 * @param prevention 재발방지대책
 * @param wentWell what went well
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Content(
        @Nullable @Size(max = 8_000) String cause,
        @Nullable @Size(max = 8_000) String underlyingCause,
        @Nullable CauseStatus causeStatus,
        @Nullable @Size(max = 8_000) String detectionAnalysis,
        @Nullable @Size(max = 8_000) String recoveryAnalysis,
        @Nullable @Size(max = 8_000) String informationAnalysis,
        @Nullable @Size(max = 8_000) String damage,
        @Nullable @Size(max = 8_000) String prevention,
        @Nullable @Size(max = 8_000) String wentWell) {

    /** Whether a cause is proven. */
    enum CauseStatus {
        PROVEN,
        PRESUMED
    }

    /** The needed parts that are not there yet, by their names in the interface. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        need(missing, "cause", cause);
        need(missing, "underlyingCause", underlyingCause);
        need(missing, "causeStatus", causeStatus == null ? null : causeStatus.name());
        need(missing, "detectionAnalysis", detectionAnalysis);
        need(missing, "recoveryAnalysis", recoveryAnalysis);
        need(missing, "informationAnalysis", informationAnalysis);
        need(missing, "damage", damage);
        need(missing, "prevention", prevention);
        return List.copyOf(missing);
    }

    private static void need(List<String> missing, String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            missing.add(name);
        }
    }
}
