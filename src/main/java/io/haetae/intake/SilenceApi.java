package io.haetae.intake;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/silences")
class SilenceApi {

    private final SilenceService silences;
    private final CurrentActor actor;

    SilenceApi(SilenceService silences, CurrentActor actor) {
        this.silences = silences;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public Response list(
            @QueryParam("open") boolean open,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Page<SilenceView> page = silences.list(actor.get(), open, Page.limit(limit), cursor);
        return Response.ok(page).build();
    }

    @POST
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER"})
    @Operation(summary = "Quiet for a while: alerts of it raise nobody, but are kept; an end always flows")
    public Response make(@NotNull @Valid SilenceCommand said) {
        SilenceView made = silences.make(said);
        return Response.created(URI.create("/api/v1/silences/" + made.id()))
                .entity(made)
                .build();
    }

    @GET
    @Path("{id}")
    @Authenticated
    public SilenceView get(UUID id) {
        return silences.get(id, actor.get());
    }

    /** Ends it now; it stays readable. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER"})
    public SilenceView end(UUID id) {
        return silences.end(id);
    }
}
