package io.haetae.crisis;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people write into a report. */
public record ReportText(
        @Nullable @Size(max = 20_000) String situation,
        @Nullable @Size(max = 20_000) String actions,
        @Nullable @Size(max = 20_000) String plans) {

    String situationOrNone() {
        return Objects.requireNonNullElse(situation, "");
    }

    String actionsOrNone() {
        return Objects.requireNonNullElse(actions, "");
    }

    String plansOrNone() {
        return Objects.requireNonNullElse(plans, "");
    }
}
