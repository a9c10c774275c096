package io.haetae.duty;

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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/rosters")
class RosterApi {

    private final RosterService rosters;
    private final RotationService rotations;
    private final RosterLists lists;
    private final CurrentActor actor;

    RosterApi(RosterService rosters, RotationService rotations, RosterLists lists, CurrentActor actor) {
        this.rosters = rosters;
        this.rotations = rotations;
        this.lists = lists;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public Page<PostView> list(
            @QueryParam("institution") @Nullable String institution,
            @QueryParam("function") @Nullable DutyFunction function,
            @QueryParam("at") @Nullable String at,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        RosterLists.Filter filter = new RosterLists.Filter(institution, function, AskedTime.read("/at", at), null);
        return lists.list(lists.scope(actor.get()), filter, cursor, Page.limit(limit));
    }

    /** Who would be called now, or at another time, function by function. */
    @GET
    @Path("on-duty")
    @Authenticated
    public Map<String, Object> onDuty(
            @QueryParam("institution") @NotNull String institution, @QueryParam("at") @Nullable String at) {
        return Map.of(
                "institution",
                institution,
                "items",
                lists.onDuty(lists.scope(actor.get()), institution, AskedTime.read("/at", at)));
    }

    @POST
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response create(@NotNull @Valid NewPost command) {
        PostView created = rosters.create(command);
        return Response.created(URI.create("/api/v1/rosters/" + created.id()))
                .entity(created)
                .build();
    }

    /** Ends a post, or gives a roster with turns up. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({"ADMIN", "OFFICER"})
    public void end(UUID id) {
        if (!rotations.end(id)) {
            rosters.end(id);
        }
    }
}
