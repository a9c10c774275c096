package io.haetae.incident;

import io.haetae.kernel.CurrentActor;
import io.quarkus.security.Authenticated;
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

/** What is said to the public about an incident. */
@Path("/api/v1/incidents/{number}/statements")
class StatementApi {

    private final StatementService statements;
    private final CurrentActor actor;

    StatementApi(StatementService statements, CurrentActor actor) {
        this.statements = statements;
        this.actor = actor;
    }

    record Nothing() {}

    @GET
    @Authenticated
    public Map<String, List<StatementView>> list(String number) {
        return Map.of("items", statements.of(number, actor.get()));
    }

    @POST
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER", "HQ"})
    public Response draft(String number, @NotNull @Valid StatementCommand statement) {
        UUID id = statements.draft(number, statement);
        return Response.created(URI.create("/api/v1/incidents/" + number + "/statements"))
                .entity(Map.of("id", id))
                .build();
    }

    /** By another person than its writer; the public reads it from now on. */
    @PUT
    @Path("{statement}/approval")
    @RolesAllowed({"OFFICER", "HQ", "SITUATION"})
    public Map<String, List<StatementView>> approve(String number, UUID statement, @NotNull Nothing nothing) {
        return Map.of("items", statements.approve(number, statement));
    }

    @DELETE
    @Path("{statement}")
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER", "HQ"})
    public Map<String, List<StatementView>> withdraw(
            String number, UUID statement, @NotNull @Valid IncidentRecordApi.ReasonCommand command) {
        return Map.of("items", statements.withdraw(number, statement, command.reason()));
    }
}
