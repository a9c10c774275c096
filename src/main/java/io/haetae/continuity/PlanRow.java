package io.haetae.continuity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A system in the list of plans: one that has a plan, or one of system grade 1, which needs one.
 *
 * @param version of the plan, null without one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlanRow(
        String system,
        LocalizedText name,
        @Nullable Integer systemGrade,
        PlanView.Standing standing,
        @Nullable Integer version,
        @Nullable String keptBy,
        @Nullable LocalDate reviewOn,
        @Nullable LocalDate validUntil) {}
