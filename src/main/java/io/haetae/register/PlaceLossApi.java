package io.haetae.register;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/sites/{code}/impact")
class PlaceLossApi {

    private final ImpactService impact;

    PlaceLossApi(ImpactService impact) {
        this.impact = impact;
    }

    /** What is lost with a site, or one of its rooms, and in which order all of it is brought back. */
    @GET
    @Authenticated
    public Loss ofSite(String code, @QueryParam("room") @Nullable String room) {
        return impact.ofPlace(code, room);
    }
}
