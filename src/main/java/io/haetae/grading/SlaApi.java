package io.haetae.grading;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Service levels of an institution, month by month. */
@Path("/api/v1/service-levels/{institution}/{month}")
class SlaApi {

    private final SlaReportService reports;
    private final Clock clock;

    SlaApi(SlaReportService reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, SlaCsv.TYPE})
    @Operation(
            summary = "Availability of every system of an institution over a month; CSV when Accept prefers text/csv")
    public Response of(String institution, String month, @Context HttpHeaders headers) {
        SlaReport report = reports.of(institution, Months.read("/month", month, clock.instant()));
        MediaType preferred = headers.getAcceptableMediaTypes().get(0);
        boolean csv =
                preferred.getType().equals("text") && preferred.getSubtype().equals("csv");
        return csv
                ? Response.ok(SlaCsv.write(report), SlaCsv.TYPE).build()
                : Response.ok(report, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
