package io.haetae.register;

import io.haetae.kernel.CurrentActor;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/api/v1/systems/{code}/impact")
class ImpactApi {

    private final ImpactService impact;
    private final CurrentActor actor;

    ImpactApi(ImpactService impact, CurrentActor actor) {
        this.impact = impact;
        this.actor = actor;
    }

    /** What the failure of a system reaches, and in which order all of it is brought back. */
    @GET
    @Authenticated
    public Loss ofSystem(String code) {
        return impact.ofSystem(code, actor.get().scope());
    }
}
