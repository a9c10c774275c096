package io.haetae.remedy.plan;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Page;
import io.haetae.kernel.TakenFile;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** 장애관리계획. */
@Path("/api/v1/failure-plans")
@Blocking
class PlanApi {

    private final PlanService plans;
    private final PlanFileService files;

    PlanApi(PlanService plans, PlanFileService files) {
        this.plans = plans;
        this.files = files;
    }

    @GET
    @Authenticated
    public Response list(@BeanParam Query query) {
        return Response.ok(plans.list(query.filter(), Page.limit(query.limit), query.cursor))
                .build();
    }

    @GET
    @Path("{number}")
    @Authenticated
    public Response get(String number) {
        return tagged(Response.ok(), plans.get(number));
    }

    @PUT
    @Path("{number}/draft")
    @RolesAllowed("OFFICER")
    @Operation(summary = "Saves what has been written so far; only the institution sees it")
    public Response draft(
            String number, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid PlanText text) {
        return tagged(Response.ok(), plans.draft(number, IfMatch.version(ifMatch), text));
    }

    @PUT
    @Path("{number}/submission")
    @RolesAllowed("OFFICER")
    public Response handIn(String number, @NotNull @Valid PlanCommands.Submission said) {
        return tagged(Response.ok(), plans.handIn(number, said));
    }

    @PUT
    @Path("{number}/completion-request")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response askCompletion(String number, @NotNull @Valid PlanCommands.CompletionRequest said) {
        return tagged(Response.ok(), plans.askCompletion(number, said));
    }

    @PUT
    @Path("{number}/acceptance")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response accept(String number, @NotNull @Valid PlanCommands.Acceptance said) {
        return tagged(Response.ok(), plans.accept(number, said));
    }

    @PUT
    @Path("{number}/release")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response release(String number, @NotNull @Valid PlanCommands.Release said) {
        return tagged(Response.ok(), plans.release(number, said));
    }

    @POST
    @Path("{number}/files")
    @RolesAllowed("OFFICER")
    public Response attach(String number, @NotNull @Valid FileCommand file) {
        UUID id = files.addToPlan(number, file.name(), TakenFile.decode(file.content()));
        return Response.created(URI.create("/api/v1/failure-plans/" + number + "/files/" + id))
                .entity(Map.of("id", id))
                .build();
    }

    @GET
    @Path("{number}/files/{file}")
    @Authenticated
    public Response file(String number, UUID file) {
        return download(files.ofPlan(number, file));
    }

    @DELETE
    @Path("{number}/files/{file}")
    @RolesAllowed("OFFICER")
    @Operation(summary = "Removes a file of the edition being written; what was handed in keeps its own")
    public Response remove(String number, UUID file) {
        files.removeFromPlan(number, file);
        return Response.noContent().build();
    }

    /** Always as a download: nothing that was sent is shown inside our pages. */
    static Response download(PlanFiles.Content content) {
        String name = URLEncoder.encode(content.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content.bytes(), content.contentType())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** The query parameters of the list. */
    static class Query {

        @QueryParam("guideline")
        @Nullable
        String guideline;

        @QueryParam("state")
        @Nullable
        PlanState state;

        @QueryParam("institution")
        @Nullable
        String institution;

        @QueryParam("overdue")
        boolean overdue;

        @QueryParam("limit")
        @Nullable
        Integer limit;

        @QueryParam("cursor")
        @Nullable
        String cursor;

        PlanFilter filter() {
            return new PlanFilter(blankToNull(guideline), state, blankToNull(institution), overdue);
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }
}
