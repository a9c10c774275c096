package io.haetae.register.transfer;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Zones;
import io.haetae.register.SystemFilter;
import io.haetae.register.SystemQuery;
import io.haetae.register.transfer.TableFile.Format;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/systems")
class TransferApi {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
    @Consumes({"text/csv", XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Brings a file of systems in at once; mapping=header:field for columns without a published name")
    public Response bring(
            byte[] file,
            @QueryParam("dryRun") boolean dryRun,
            @QueryParam("partial") boolean partial,
            @QueryParam("mapping") List<String> mapping) {
        ImportReport report = imports.bring(file, columns(mapping), dryRun, partial);
        return Response.status(report.refused() ? 422 : 200).entity(report).build();
    }

    /** {@code header:field}; the last colon counts, and nothing behind it leaves the column out. */
    private static Map<String, String> columns(List<String> mapping) {
        Map<String, String> columns = new HashMap<>();
        for (String one : mapping) {
            int colon = one.lastIndexOf(':');
            if (colon <= 0) {
                throw Refusal.field("/mapping", "header-and-field", one);
            }
            columns.put(one.substring(0, colon), one.substring(colon + 1));
        }
        return columns;
    }

    @GET
    @Path("export")
    @Authenticated
    @Produces({"text/csv", XLSX})
    @Operation(summary = "The systems listed, as CSV or, with format=XLSX, as a workbook; can be imported again")
    public Response export(@Valid @BeanParam SystemQuery query, @QueryParam("format") @Nullable Format format) {
        SystemFilter filter = query.filter();
        Scope scope = actor.get().scope();
        Format written = Objects.requireNonNullElse(format, Format.CSV);
        StreamingOutput stream = out -> exports.write(filter, scope, written, out);
        String name = "systems-" + LocalDate.ofInstant(clock.instant(), Zones.SEOUL) + "." + written.ending();
        return Response.ok(stream, written.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
