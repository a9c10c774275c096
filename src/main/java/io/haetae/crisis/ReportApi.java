package io.haetae.crisis;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/crises/{number}/reports")
class ReportApi {

    private final ReportService reports;
    private final ReportPdf pdf;
    private final CurrentActor actor;

    ReportApi(ReportService reports, ReportPdf pdf, CurrentActor actor) {
        this.reports = reports;
        this.pdf = pdf;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public Page<ReportView> list(String number) {
        return new Page<>(reports.list(number, actor.get()), null);
    }

    @POST
    @RolesAllowed({"HQ", "SITUATION"})
    public Response draft(String number, @NotNull @Valid NewReport command) {
        ReportView drafted = reports.draft(number, command);
        URI at = URI.create("/api/v1/crises/" + number + "/reports/" + drafted.number());
        return tagged(Response.created(at), drafted);
    }

    @GET
    @Path("{n}")
    @Authenticated
    public Response get(String number, int n) {
        return tagged(Response.ok(), reports.get(number, n, actor.get()));
    }

    @PUT
    @Path("{n}")
    @RolesAllowed({"HQ", "SITUATION"})
    public Response write(
            String number, int n, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid ReportText text) {
        return tagged(Response.ok(), reports.write(number, n, IfMatch.version(ifMatch), text));
    }

    @PUT
    @Path("{n}/approval")
    @RolesAllowed("HQ")
    public Response approve(String number, int n) {
        return tagged(Response.ok(), reports.approve(number, n));
    }

    @GET
    @Path("{n}/pdf")
    @Authenticated
    @Produces("application/pdf")
    public Response pdf(String number, int n) {
        return CrisisFilePages.file(pdf.of(reports.get(number, n, actor.get())), number + "-" + n + ".pdf");
    }
}
