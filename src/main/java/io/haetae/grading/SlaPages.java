package io.haetae.grading;

import io.haetae.identity.InstitutionService;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 서비스 수준: an institution and a month, the reader's own and the present one unless he asks for others. */
@Path("/grading/service-levels")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SlaPages {

    private final SlaReportService reports;
    private final InstitutionService institutions;
    private final CurrentActor actor;
    private final Clock clock;

    SlaPages(SlaReportService reports, InstitutionService institutions, CurrentActor actor, Clock clock) {
        this.reports = reports;
        this.institutions = institutions;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Authenticated
    public TemplateInstance show(
            @QueryParam("institution") @Nullable String institution, @QueryParam("month") @Nullable String month) {
        YearMonth over = Months.read("/month", month, clock.instant());
        String of = institution == null || institution.isBlank()
                ? Objects.requireNonNullElse(actor.get().institution(), "")
                : institution;
        SlaReport report = institutions.find(of).isPresent() ? reports.of(of, over) : none(of, over);
        Form asked = Form.blank().put("institution", of).put("month", over);
        return GradingTemplates.serviceLevels(report, asked);
    }

    private static SlaReport none(String institution, YearMonth month) {
        return new SlaReport(institution, month.toString(), false, null, null, null, 0, 0, List.of());
    }
}
