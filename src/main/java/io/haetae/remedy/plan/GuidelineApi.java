package io.haetae.remedy.plan;

import io.haetae.kernel.Page;
import io.haetae.kernel.TakenFile;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** 장애관리계획 수립지침. */
@Path("/api/v1/plan-guidelines")
@Blocking
class GuidelineApi {

    private final GuidelineService guidelines;
    private final PlanFileService files;

    GuidelineApi(GuidelineService guidelines, PlanFileService files) {
        this.guidelines = guidelines;
        this.files = files;
    }

    @GET
    @Authenticated
    public Response list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        Page<GuidelineView> page = guidelines.list(Page.limit(limit), cursor);
        return Response.ok(page).build();
    }

    @POST
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    @Operation(summary = "Issues a guideline: each institution addressed owes a plan within three months")
    public Response issue(@NotNull @Valid GuidelineCommand command) {
        GuidelineView issued = guidelines.issue(command);
        return Response.created(URI.create("/api/v1/plan-guidelines/" + issued.number()))
                .entity(issued)
                .build();
    }

    @GET
    @Path("{number}")
    @Authenticated
    public GuidelineView get(String number) {
        return guidelines.get(number);
    }

    @POST
    @Path("{number}/files")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response attach(String number, @NotNull @Valid FileCommand file) {
        UUID id = files.addToGuideline(number, file.name(), TakenFile.decode(file.content()));
        return Response.created(URI.create("/api/v1/plan-guidelines/" + number + "/files/" + id))
                .entity(Map.of("id", id))
                .build();
    }

    @GET
    @Path("{number}/files/{file}")
    @Authenticated
    public Response file(String number, UUID file) {
        return PlanApi.download(files.ofGuideline(number, file));
    }
}
