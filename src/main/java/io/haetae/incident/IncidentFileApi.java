package io.haetae.incident;

import io.haetae.kernel.PostedFile;
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

/** Attachments of an incident. */
@Path("/api/v1/incidents/{number}/files")
@Blocking
class IncidentFileApi {

    private final IncidentFileService files;

    IncidentFileApi(IncidentFileService files) {
        this.files = files;
    }

    @POST
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ"})
    public Response add(String number, @NotNull @Valid PostedFile file) {
        UUID id = files.add(number, file.name(), file.bytes(), file.note());
        return Response.created(URI.create("/api/v1/incidents/" + number + "/files/" + id))
                .entity(Map.of("id", id))
                .build();
    }

    @GET
    @Path("{file}")
    @Authenticated
    public Response get(String number, UUID file) {
        return files.get(number, file).download();
    }
}
