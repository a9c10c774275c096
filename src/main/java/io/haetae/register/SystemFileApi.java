package io.haetae.register;

import io.haetae.kernel.KeptFile;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Evidence of a system as files. */
@Path("/api/v1/systems/{code}/files")
@Blocking
class SystemFileApi {

    private final SystemFileService files;

    SystemFileApi(SystemFileService files) {
        this.files = files;
    }

    @GET
    @Authenticated
    @Operation(summary = "The files of evidence of a system")
    public Map<String, List<KeptFile>> list(String code) {
        return Map.of("items", files.of(code));
    }

    @POST
    @RolesAllowed({"ADMIN", "OFFICER"})
    @Operation(summary = "Puts a file of evidence to a system; it stays for good")
    public Response add(String code, @NotNull @Valid PostedFile file) {
        UUID id = files.add(code, file.name(), file.bytes(), file.note());
        return Response.created(URI.create("/api/v1/systems/" + code + "/files/" + id))
                .entity(Map.of("id", id))
                .build();
    }

    @GET
    @Path("{file}")
    @Authenticated
    @Operation(summary = "What is in a file of evidence, as a download")
    public Response get(String code, UUID file) {
        return files.get(code, file).download();
    }
}
