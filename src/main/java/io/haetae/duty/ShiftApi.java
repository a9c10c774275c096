package io.haetae.duty;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One roster: who is on duty by it, its shifts, its turns and the exceptions from them. */
@Path("/api/v1/rosters")
class ShiftApi {

    private final RosterViews views;
    private final RotationService rotations;
    private final StandInService standIns;
    private final SwapService swaps;

    ShiftApi(RosterViews views, RotationService rotations, StandInService standIns, SwapService swaps) {
        this.views = views;
        this.rotations = rotations;
        this.standIns = standIns;
        this.swaps = swaps;
    }

    @GET
    @Path("{id}")
    @Authenticated
    public RosterView get(UUID id) {
        return views.seen(id);
    }

    /** Who is on duty now, or at another time: one entry per layer. */
    @GET
    @Path("{id}/on-duty")
    @Authenticated
    public Map<String, Object> onDuty(UUID id, @QueryParam("at") @Nullable String at) {
        return Map.of("roster", id, "items", views.onDuty(id, AskedTime.read("/at", at)));
    }

    /** Every shift that touches a span of time; four weeks from now when left out. */
    @GET
    @Path("{id}/shifts")
    @Authenticated
    public Map<String, Object> shifts(
            UUID id, @QueryParam("from") @Nullable String from, @QueryParam("until") @Nullable String until) {
        return Map.of(
                "roster",
                id,
                "items",
                views.shifts(id, AskedTime.read("/from", from), AskedTime.read("/until", until)));
    }

    @PUT
    @Path("{id}/rotations")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
    public RosterView rotate(UUID id, @NotNull @Valid RotationChange change) {
        return rotations.change(id, change);
    }

    @POST
    @Path("{id}/overrides")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
    public Response override(UUID id, @NotNull @Valid NewOverride command) {
        UUID made = standIns.override(id, command);
        return Response.created(URI.create("/api/v1/rosters/" + id + "/overrides/" + made))
                .entity(views.seen(id))
                .build();
    }

    @DELETE
    @Path("{id}/overrides/{override}")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
    public void withdraw(UUID id, UUID override) {
        standIns.withdraw(id, override);
    }

    /** Asks somebody to take a shift of the acting person. */
    @POST
    @Path("{id}/swaps")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response swap(UUID id, @NotNull @Valid NewSwap command) {
        SwapView asked = swaps.ask(id, command);
        return Response.created(URI.create("/api/v1/duty/swaps/" + asked.id()))
                .entity(asked)
                .build();
    }
}
