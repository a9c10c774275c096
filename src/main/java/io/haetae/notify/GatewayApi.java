package io.haetae.notify;

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

@Path("/api/v1/gateways")
class GatewayApi {

    private final GatewayService gateways;

    GatewayApi(GatewayService gateways) {
        this.gateways = gateways;
    }

    @GET
    @RolesAllowed({"ADMIN", "AUDITOR"})
    public Map<String, List<GatewayView>> list() {
        return Map.of("items", gateways.list());
    }

    @POST
    @RolesAllowed("ADMIN")
    public Response create(@NotNull @Valid NewGateway command) {
        GatewayService.Created created = gateways.create(command);
        URI location = URI.create("/api/v1/gateways/" + created.gateway().id());
        return Response.created(location).entity(created).build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("ADMIN")
    public void end(UUID id) {
        gateways.end(id);
    }
}
