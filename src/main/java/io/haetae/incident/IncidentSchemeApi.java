package io.haetae.incident;

import io.haetae.kernel.CurrentActor;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An incident under every scheme for failure grades. */
@Path("/api/v1/incidents/{number}/schemes")
class IncidentSchemeApi {

    private final IncidentSchemeService schemes;
    private final CurrentActor actor;

    IncidentSchemeApi(IncidentSchemeService schemes, CurrentActor actor) {
        this.schemes = schemes;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public IncidentSchemeService.Comparison compare(String number) {
        return schemes.compare(number, actor.get());
    }
}
