package io.haetae.crisis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A situation report as others see it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReportView(
        String crisis,
        String title,
        boolean exercise,
        int number,
        ReportKind kind,
        String state,
        Instant asOf,
        String situation,
        String actions,
        String plans,
        ReportFacts facts,
        Instant draftedAt,
        String draftedBy,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        int version)
        implements Versioned {

    /** Whether it can still be changed. */
    public boolean draft() {
        return state.equals("DRAFT");
    }

    static ReportView of(Crisis crisis, Report report) {
        return new ReportView(
                crisis.number,
                crisis.title,
                crisis.exercise,
                report.n,
                report.kind,
                report.state.name(),
                report.asOf,
                report.situation,
                report.actions,
                report.plans,
                report.facts,
                report.draftedAt,
                report.drafter,
                report.approvedAt,
                report.approver,
                report.version + 1);
    }
}
