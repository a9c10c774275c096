package io.haetae.intake;

import io.haetae.intake.ProposalView.State;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a machine proposes to see together, and what people say. */
@Path("/api/v1/correlations")
class CorrelationApi {

    private final CorrelationService correlations;

    CorrelationApi(CorrelationService correlations) {
        this.correlations = correlations;
    }

    /** About an incident, or the newest open ones. */
    @GET
    @Authenticated
    public Map<String, List<ProposalView>> list(
            @QueryParam("incident") @Nullable String incident, @QueryParam("state") @Nullable State state) {
        return Map.of("items", correlations.list(incident, state));
    }

    @GET
    @Path("{id}")
    @Authenticated
    public ProposalView get(UUID id) {
        return correlations.get(id);
    }

    @PUT
    @Path("{id}/decision")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public ProposalView decide(UUID id, @NotNull @Valid CorrelationService.Decision decision) {
        return correlations.decide(id, decision);
    }
}
