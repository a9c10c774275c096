package io.haetae.crisis;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report is drafted, filled in with what is known.
 *
 * @param kind the first one, and interim ones after it, when null
 * @param asOf as of when (기준 시각); now when null
 * @param situation filled in from the incidents when null
 */
public record NewReport(
        @Nullable ReportKind kind,
        @Nullable Instant asOf,
        @Nullable @Size(max = 20_000) String situation,
        @Nullable @Size(max = 20_000) String actions,
        @Nullable @Size(max = 20_000) String plans) {

    ReportText text() {
        return new ReportText(situation, actions, plans);
    }
}
