package io.haetae.identity;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Named acts handed over until a day. */
@Path("/api/v1/delegations")
class DelegationApi {

    private final DelegationService delegations;

    DelegationApi(DelegationService delegations) {
        this.delegations = delegations;
    }

    /** Those that the caller or his institution gave or received, the newest first. */
    @GET
    @Authenticated
    public Map<String, List<DelegationView>> list() {
        return Map.of("items", delegations.list());
    }

    /** Hands an act over that the caller holds, or passes one on that allows it. */
    @POST
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response give(@NotNull @Valid DelegationCommand command) {
        DelegationView given = delegations.give(command);
        return Response.created(URI.create("/api/v1/delegations")).entity(given).build();
    }

    /** Takes it back, with all that was passed on from it. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public DelegationView revoke(UUID id, @NotNull @Valid DelegationCommand.Revocation command) {
        return delegations.revoke(id, command);
    }
}
