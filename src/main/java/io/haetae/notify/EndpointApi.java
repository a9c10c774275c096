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

@Path("/api/v1/endpoints")
class EndpointApi {

    private final EndpointService endpoints;

    EndpointApi(EndpointService endpoints) {
        this.endpoints = endpoints;
    }

    @GET
    @RolesAllowed({"ADMIN", "AUDITOR"})
    public Map<String, List<EndpointView>> list() {
        return Map.of("items", endpoints.list());
    }

    @POST
    @RolesAllowed("ADMIN")
    public Response create(@NotNull @Valid NewEndpoint command) {
        EndpointService.Created created = endpoints.create(command);
        URI location = URI.create("/api/v1/endpoints/" + created.endpoint().id());
        return Response.created(location).entity(created).build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("ADMIN")
    public void end(UUID id) {
        endpoints.end(id);
    }
}
