package io.haetae.notify;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/api/v1/gateways")
class GatewayApi {

    private final GatewayService gateways;

    private final GatewayTests tests;

    GatewayApi(GatewayService gateways, GatewayTests tests) {
        this.gateways = gateways;
        this.tests = tests;
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

    @GET
    @Path("{id}")
    @RolesAllowed({"ADMIN", "AUDITOR"})
    @Operation(summary = "One gateway: whether it took the last message, and since when it does not")
    public GatewayView get(UUID id) {
        return gateways.get(id);
    }

    @PUT
    @Path("{id}/rank")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Puts a gateway elsewhere in the order in which those of its channel are tried")
    public GatewayView move(UUID id, @NotNull @Valid GatewayRank command) {
        return gateways.move(id, command);
    }

    @POST
    @Path("{id}/tests")
    @RolesAllowed("ADMIN")
    @Operation(summary = "Sends a test message over this gateway at once and says whether it was taken")
    public GatewayTests.Tested test(UUID id, @NotNull @Valid NewGatewayTest command) {
        return tests.send(id, command);
    }
}
