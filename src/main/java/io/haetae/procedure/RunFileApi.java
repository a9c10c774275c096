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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** Always as a download: nothing that was sent is shown inside our pages. */
    @GET
    @Path("files/{file}")
    @Authenticated
    public Response get(UUID id, UUID file) {
        RunFiles.Content content = files.get(id, file);
        String name = URLEncoder.encode(content.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content.bytes(), content.contentType())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
