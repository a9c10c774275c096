package io.haetae.duty;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/teams")
class TeamApi {

    private final TeamService teams;
    private final TeamLists lists;
    private final RotationService rotations;
    private final RosterLists rosters;
    private final CurrentActor actor;

    TeamApi(TeamService teams, TeamLists lists, RotationService rotations, RosterLists rosters, CurrentActor actor) {
        this.teams = teams;
        this.lists = lists;
        this.rotations = rotations;
        this.rosters = rosters;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public Page<TeamView> list(
            @QueryParam("institution") @Nullable String institution,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return lists.list(rosters.scope(actor.get()), institution, cursor, Page.limit(limit));
    }

    @POST
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response create(@NotNull @Valid NewTeam command) {
        TeamView created = teams.create(command);
        return tagged(Response.created(URI.create("/api/v1/teams/" + created.id())), created);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
    public Response change(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid TeamChange change) {
        return tagged(Response.ok(), teams.change(id, IfMatch.version(ifMatch), change));
    }

    @POST
    @Path("{id}/rosters")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
    public Response roster(UUID id, @NotNull @Valid NewRoster command) {
        RosterView created = rotations.create(id, command);
        return Response.created(URI.create("/api/v1/rosters/" + created.id()))
                .entity(created)
                .build();
    }
}
