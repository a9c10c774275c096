package io.haetae.incident;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** The same step for many incidents. */
@Path("/api/v1/incidents/bulk")
@Blocking
class BulkApi {

    private final BulkService bulk;

    BulkApi(BulkService bulk) {
        this.bulk = bulk;
    }

    /** Says of each incident what became of it, and until when it can be taken back. */
    @POST
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response act(@NotNull @Valid BulkCommand command) {
        UUID id = bulk.begin(command);
        bulk.carryOut(id, command);
        return Response.created(URI.create("/api/v1/incidents/bulk/" + id))
                .entity(bulk.get(id))
                .build();
    }

    @GET
    @Path("{id}")
    @Authenticated
    public BulkView get(UUID id) {
        return bulk.get(id);
    }

    /** Takes it back. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public BulkView undo(UUID id, @NotNull @Valid IncidentRecordApi.ReasonCommand command) {
        bulk.undo(bulk.beginUndo(id, command.reason()), command.reason());
        return bulk.get(id);
    }
}
