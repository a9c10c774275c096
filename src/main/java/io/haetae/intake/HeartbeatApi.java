package io.haetae.intake;

import io.haetae.kernel.CurrentActor;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Heartbeats, and the paths to which sources beat. The key in the path is the authority; nobody logs in there. */
@Path("/api/v1/heartbeats")
class HeartbeatApi {

    private final HeartbeatService heartbeats;
    private final HeartbeatAlarms alarms;
    private final CurrentActor actor;

    HeartbeatApi(HeartbeatService heartbeats, HeartbeatAlarms alarms, CurrentActor actor) {
        this.heartbeats = heartbeats;
        this.alarms = alarms;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public Map<String, List<HeartbeatView>> list() {
        return Map.of("items", heartbeats.list(actor.get()));
    }

    @POST
    @RolesAllowed("ADMIN")
    @Operation(summary = "Expects a beat of a source; its key is shown this once")
    public Response expect(@NotNull @Valid HeartbeatCommand said) {
        HeartbeatView.Made made = heartbeats.expect(said);
        return Response.created(URI.create("/api/v1/heartbeats/" + made.view().id()))
                .entity(made)
                .build();
    }

    @GET
    @Path("{id}")
    @Authenticated
    public HeartbeatView get(UUID id) {
        return heartbeats.get(id, actor.get());
    }

    /** Expects it no longer; it stays readable. */
    @DELETE
    @Path("{id}")
    @RolesAllowed("ADMIN")
    public HeartbeatView retire(UUID id) {
        return heartbeats.retire(id);
    }

    @POST
    @Path("{key}/beat")
    @PermitAll
    @Operation(summary = "A beat; answers by when the next one must come")
    public HeartbeatView.Beat beat(String key) {
        return alarms.beat(key);
    }

    /** For tools that can only get an address. */
    @GET
    @Path("{key}/beat")
    @PermitAll
    public Response beatByGet(String key) {
        return Response.ok(alarms.beat(key)).header("Cache-Control", "no-store").build();
    }
}
