package io.haetae.register.transfer;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Zones;
import io.haetae.register.SystemFilter;
import io.haetae.register.SystemQuery;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;

@Path("/api/v1/systems")
class TransferApi {

    private final ImportService imports;
    private final ExportService exports;
    private final CurrentActor actor;
    private final Clock clock;

    TransferApi(ImportService imports, ExportService exports, CurrentActor actor, Clock clock) {
        this.imports = imports;
        this.exports = exports;
        this.actor = actor;
        this.clock = clock;
    }

    /** 200 with the report of a dry run or of what was written; 422 with the report when nothing was. */
    @POST
    @Path("import")
    @RolesAllowed({"ADMIN", "OFFICER"})
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    public Response bring(byte[] file, @QueryParam("dryRun") boolean dryRun, @QueryParam("partial") boolean partial) {
        ImportReport report = imports.bring(file, dryRun, partial);
        return Response.status(report.refused() ? 422 : 200).entity(report).build();
    }

    @GET
    @Path("export")
    @Authenticated
    @Produces("text/csv")
    public Response export(@Valid @BeanParam SystemQuery query) {
        SystemFilter filter = query.filter();
        Scope scope = actor.get().scope();
        StreamingOutput stream = out -> exports.write(filter, scope, out);
        String name = "systems-" + LocalDate.ofInstant(clock.instant(), Zones.SEOUL) + ".csv";
        return Response.ok(stream, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
