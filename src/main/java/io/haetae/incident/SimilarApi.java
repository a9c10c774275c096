package io.haetae.incident;

import io.haetae.kernel.CurrentActor;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;

/** Incidents of the past that are like this one. */
@Path("/api/v1/incidents/{number}/similar")
class SimilarApi {

    private final SimilarService similar;
    private final CurrentActor actor;

    SimilarApi(SimilarService similar, CurrentActor actor) {
        this.similar = similar;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public Map<String, List<SimilarIncident>> similar(String number) {
        return Map.of("items", similar.to(number, actor.get()));
    }
}
