package io.haetae.continuity;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/continuity/activations")
class ActivationApi {

    private final ActivationService activations;
    private final ReceiptService receipts;
    private final ProcessingService processing;
    private final ReceiptImport imports;
    private final CurrentActor actor;

    ActivationApi(
            ActivationService activations,
            ReceiptService receipts,
            ProcessingService processing,
            ReceiptImport imports,
            CurrentActor actor) {
        this.activations = activations;
        this.receipts = receipts;
        this.processing = processing;
        this.imports = imports;
        this.actor = actor;
    }

    record CloseCommand(@Nullable @Size(max = 500) String reason) {}

    record BlockCommand(
            @NotBlank @Size(max = 40) String service,
            @NotBlank @Size(max = 40) String office,
            @Min(1) @Max(1_000) int count) {}

    @GET
    @Authenticated
    public Page<ActivationRow> list(
            @QueryParam("incident") @Nullable String incident,
            @QueryParam("system") @Nullable String system,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return activations.list(actor.get(), incident, system, Page.limit(limit), cursor);
    }

    @POST
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER"})
    public Response activate(@NotNull @Valid ActivationCommand command) {
        ActivationView active = activations.activate(command);
        return Response.created(URI.create("/api/v1/continuity/activations/" + active.id()))
                .entity(active)
                .build();
    }

    @GET
    @Path("{id}")
    @Authenticated
    public ActivationView get(UUID id) {
        return activations.get(id, actor.get());
    }

    @POST
    @Path("{id}/extensions")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response extend(UUID id, @NotNull @Valid ExtensionCommand command) {
        return Response.created(URI.create("/api/v1/continuity/activations/" + id))
                .entity(activations.extend(id, command))
                .build();
    }

    /** Numbers in advance, for printed forms. */
    @POST
    @Path("{id}/blocks")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response reserve(UUID id, @NotNull @Valid BlockCommand command) {
        List<String> numbers = receipts.reserve(id, command.service(), command.office(), command.count());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("numbers", numbers))
                .build();
    }

    /** 200 with the report of a dry run or of what was taken; 422 with the report when nothing was. */
    @POST
    @Path("{id}/receipts/import")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    public Response bring(
            UUID id, byte[] file, @QueryParam("dryRun") boolean dryRun, @QueryParam("partial") boolean partial) {
        ReceiptReport report = imports.bring(id, file, dryRun, partial);
        return Response.status(report.rejected() ? 422 : 200).entity(report).build();
    }

    @PUT
    @Path("{id}/processing")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public ProcessingService.Bulk processNext(UUID id, @NotNull @Valid BulkCommand which) {
        return processing.processNext(id, which);
    }

    @PUT
    @Path("{id}/check")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public ProcessingService.Bulk confirmNext(UUID id, @NotNull @Valid BulkCommand which) {
        return processing.confirmNext(id, which);
    }

    @GET
    @Path("{id}/reconciliation")
    @Authenticated
    public Reconciliation reconcile(UUID id) {
        return processing.reconcile(id, actor.get());
    }

    @PUT
    @Path("{id}/closure")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public ActivationView close(UUID id, @NotNull @Valid CloseCommand command) {
        return activations.close(id, command.reason());
    }
}
