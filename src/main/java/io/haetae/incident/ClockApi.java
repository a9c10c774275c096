package io.haetae.incident;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.CurrentActor;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Clocks of an incident that stand still, run by other rules, or are computed again. */
@Path("/api/v1/incidents/{number}")
class ClockApi {

    private final ClockPauseService pauses;
    private final ClockMoveService moves;
    private final ClockCheckService checks;
    private final CurrentActor actor;

    ClockApi(ClockPauseService pauses, ClockMoveService moves, ClockCheckService checks, CurrentActor actor) {
        this.pauses = pauses;
        this.moves = moves;
        this.checks = checks;
        this.actor = actor;
    }

    @PUT
    @Path("clocks/{kind}/pause")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    @Operation(summary = "Lets a deadline stand still until a time, for a reason; never a duty by law")
    public Response pause(String number, String kind, @NotNull @Valid ClockCommands.Pause pause) {
        return tagged(Response.ok(), pauses.pause(number, kind, pause));
    }

    @DELETE
    @Path("clocks/{kind}/pause")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    @Operation(summary = "Lets a deadline run again before its pause is over")
    public Response resume(String number, String kind, @NotNull @Valid ClockCommands.Resumption resumption) {
        return tagged(Response.ok(), pauses.resume(number, kind, resumption));
    }

    @PUT
    @Path("clock-rules")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    @Operation(summary = "Moves the incident to another version of its reporting clocks")
    public Response move(String number, @NotNull @Valid ClockCommands.Move move) {
        return tagged(Response.ok(), moves.move(number, move));
    }

    @GET
    @Path("clock-recomputation")
    @Authenticated
    @Operation(summary = "Compares the deadlines with what follows from their events alone")
    public ClockCheck check(String number) {
        return checks.check(number, actor.get());
    }

    @PUT
    @Path("clock-recomputation")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    @Operation(summary = "Sets deadlines that differ from their events right; what is done stays done")
    public ClockCheck recompute(String number, @NotNull @Valid IncidentRecordApi.ReasonCommand command) {
        return checks.recompute(number, command.reason());
    }
}
