package io.haetae.register.transfer;

import io.haetae.kernel.Page;
import io.haetae.kernel.RequestLanguage;
import io.haetae.register.transfer.ImportRow.Show;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Files brought in step by step, with progress and a report that is kept. */
@Path("/api/v1/systems/imports")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class ImportApi {

    private final ImportJobService imports;
    private final ReportService reports;
    private final RequestLanguage language;

    ImportApi(ImportJobService imports, ReportService reports, RequestLanguage language) {
        this.imports = imports;
        this.reports = reports;
        this.language = language;
    }

    @POST
    @RolesAllowed({"ADMIN", "OFFICER"})
    @Consumes({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    @Operation(
            summary = "Keeps a file of systems; it is looked at straight away when all columns go by published names")
    public Response begin(byte[] file, @QueryParam("name") @Nullable String name) {
        ImportView view = imports.begin(Objects.requireNonNullElse(name, ""), file);
        return Response.created(URI.create("/api/v1/systems/imports/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed({"ADMIN", "OFFICER"})
    @Operation(summary = "The caller's latest imports")
    public Map<String, List<ImportView>> latest() {
        return Map.of("items", imports.latest());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"ADMIN", "OFFICER"})
    @Operation(summary = "How far an import is: rows read, looked at, written and wrong")
    public ImportView get(UUID id) {
        return imports.get(id);
    }

    @PUT
    @Path("{id}/mapping")
    @RolesAllowed({"ADMIN", "OFFICER"})
    @Operation(summary = "Says what the columns mean, and has the file looked at")
    public Response map(UUID id, @NotNull @Valid ImportCommands.Mapping mapping) {
        return Response.accepted(imports.map(id, mapping)).build();
    }

    @GET
    @Path("{id}/rows")
    @RolesAllowed({"ADMIN", "OFFICER"})
    @Operation(summary = "The report row by row; show is ALL, REFUSED, ALIKE or CHANGING")
    public Page<ImportRow> rows(
            UUID id,
            @QueryParam("show") @Nullable Show show,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return imports.rows(id, Objects.requireNonNullElse(show, Show.ALL), Page.limit(limit), cursor);
    }

    @PUT
    @Path("{id}/decisions")
    @RolesAllowed({"ADMIN", "OFFICER"})
    @Operation(summary = "Says of rows that look like a system there is whether they are new, that system, or left out")
    public ImportView decide(UUID id, @NotNull @Valid ImportCommands.Decisions decisions) {
        return imports.decide(id, decisions);
    }

    @PUT
    @Path("{id}/application")
    @RolesAllowed({"ADMIN", "OFFICER"})
    @Operation(summary = "Has the file written, all at once")
    public Response apply(UUID id, @NotNull @Valid ImportCommands.Application application) {
        return Response.accepted(imports.apply(id, application)).build();
    }

    @GET
    @Path("{id}/report")
    @RolesAllowed({"ADMIN", "OFFICER"})
    @Produces("text/csv")
    @Operation(summary = "The report of every row as CSV, in the reader's language")
    public Response report(UUID id) {
        ImportView view = imports.get(id);
        Locale reader = language.get();
        StreamingOutput stream = out -> reports.write(id, reader, out);
        return Response.ok(stream, TableFile.Format.CSV.mediaType())
                .header("Content-Disposition", "attachment; filename=\"import-" + view.id() + ".csv\"")
                .build();
    }
}
