package io.haetae.continuity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of a plan; for the fields see {@link PlanCommand}. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlanView(
        String system,
        int version,
        String keptBy,
        LocalDate reviewOn,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        LocalizedText guidance,
        List<String> offices,
        List<PlanCommand.Service> services,
        Instant madeAt,
        String madeBy)
        implements Versioned {

    /** How a plan stands on a day. */
    public enum Standing {
        MISSING,
        NOT_YET,
        EXPIRED,
        /** It holds, but the day of its review has passed. */
        REVIEW_DUE,
        VALID;

        /** Whether there is a plan to work by. */
        public boolean holds() {
            return this == VALID || this == REVIEW_DUE;
        }
    }

    /** How it stands on a day. */
    public Standing standing(LocalDate day) {
        if (day.isBefore(validFrom)) {
            return Standing.NOT_YET;
        }
        if (validUntil != null && day.isAfter(validUntil)) {
            return Standing.EXPIRED;
        }
        return day.isAfter(reviewOn) ? Standing.REVIEW_DUE : Standing.VALID;
    }

    /** What the plan says of a service, null when it does not cover it. */
    public PlanCommand.@Nullable Service service(String code) {
        return services.stream()
                .filter(service -> service.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** The plan as one would write it. */
    public PlanCommand asCommand() {
        return new PlanCommand(keptBy, reviewOn, validFrom, validUntil, guidance, offices, services);
    }
}
