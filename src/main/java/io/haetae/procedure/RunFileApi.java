package io.haetae.procedure;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** Evidence as files. */
@Path("/api/v1/runs/{id}")
@Blocking
class RunFileApi {

    private final RunFileService files;

    RunFileApi(RunFileService files) {
        this.files = files;
    }

    @POST
    @Path("steps/{step}/files")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response add(UUID id, String step, @NotNull @Valid RunCommands.Evidence evidence) {
        UUID added = files.add(id, step, evidence.name(), evidence.bytes());
        return Response.created(URI.create("/api/v1/runs/" + id + "/files/" + added))
                .entity(Map.of("id", added))
                .build();
    }

    @GET
    @Path("files/{file}")
    @Authenticated
    public Response get(UUID id, UUID file) {
        return files.get(id, file).download();
    }
}
