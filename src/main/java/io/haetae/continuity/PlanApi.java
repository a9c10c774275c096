package io.haetae.continuity;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/continuity/plans")
class PlanApi {

    private final PlanService plans;
    private final CurrentActor actor;

    PlanApi(PlanService plans, CurrentActor actor) {
        this.plans = plans;
        this.actor = actor;
    }

    /** Systems with a plan and systems of grade 1; with {@code withoutValid} only those that need one and have none. */
    @GET
    @Authenticated
    public Page<PlanRow> list(@QueryParam("withoutValid") boolean withoutValid) {
        return new Page<>(plans.list(actor.get().scope(), withoutValid), null);
    }

    @GET
    @Path("{system}")
    @Authenticated
    public Response get(String system) {
        return tagged(Response.ok(), plans.get(system, actor.get().scope()));
    }

    @GET
    @Path("{system}/versions")
    @Authenticated
    public Page<PlanView> versions(String system) {
        return new Page<>(plans.versions(system, actor.get().scope()), null);
    }

    @PUT
    @Path("{system}")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response write(
            String system, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid PlanCommand plan) {
        return tagged(Response.ok(), plans.write(system, ifMatch == null ? null : IfMatch.version(ifMatch), plan));
    }
}
