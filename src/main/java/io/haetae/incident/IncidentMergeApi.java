package io.haetae.incident;

import static io.haetae.kernel.Versioned.tagged;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Two incidents become one, or one becomes two. */
@Path("/api/v1/incidents/{number}")
class IncidentMergeApi {

    private final MergeService merging;
    private final SplitService splitting;

    IncidentMergeApi(MergeService merging, SplitService splitting) {
        this.merging = merging;
        this.splitting = splitting;
    }

    /** Another incident takes this one in and answers under its number too. */
    @PUT
    @Path("merger")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response merge(String number, @NotNull @Valid MergeCommands.Merger merger) {
        IncidentView survivor = merging.merge(number, merger);
        URI there = URI.create("/api/v1/incidents/" + survivor.number());
        return tagged(Response.ok().location(there).contentLocation(there), survivor);
    }

    /** Systems get an incident of their own. */
    @POST
    @Path("splits")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response split(String number, @NotNull @Valid MergeCommands.Split split) {
        IncidentView part = splitting.split(number, split);
        return tagged(Response.created(URI.create("/api/v1/incidents/" + part.number())), part);
    }
}
