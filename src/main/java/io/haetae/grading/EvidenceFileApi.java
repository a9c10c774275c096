package io.haetae.grading;

import io.haetae.kernel.TakenFile;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.jspecify.annotations.Nullable;

/** Evidence of an assessment as files. The service says who may act, since officers hand their part over. */
@Path("/api/v1/assessments/{id}/files")
@Blocking
class EvidenceFileApi {

    private final EvidenceFileService files;

    EvidenceFileApi(EvidenceFileService files) {
        this.files = files;
    }

    /** A file; its content in Base64, and which fact of the assessment it shows. */
    record EvidenceCommand(
            @NotBlank @Size(max = 200) String name,
            @NotBlank String content,
            @Nullable @Size(max = 2_000) String note,
            @Nullable @Size(max = 100) String criterion) {}

    @GET
    @Authenticated
    @Operation(summary = "The files of evidence of an assessment, as handed in or, for the owner's side, as they stand")
    public Map<String, List<EvidenceFile>> list(UUID id) {
        return Map.of("items", files.of(id));
    }

    @POST
    @Authenticated
    @Operation(summary = "Puts a file of evidence to an assessment while its facts may be written")
    public Response add(UUID id, @NotNull @Valid EvidenceCommand file) {
        UUID added = files.add(id, file.name(), TakenFile.decode(file.content()), file.note(), file.criterion());
        return Response.created(URI.create("/api/v1/assessments/" + id + "/files/" + added))
                .entity(Map.of("id", added))
                .build();
    }

    @GET
    @Path("{file}")
    @Authenticated
    @Operation(summary = "What is in a file of evidence, as a download")
    public Response get(UUID id, UUID file) {
        return files.get(id, file).download();
    }

    @PUT
    @Path("{file}/withdrawal")
    @Authenticated
    @Operation(summary = "Says that a file of evidence counts no more, and why")
    public Map<String, List<EvidenceFile>> withdraw(
            UUID id, UUID file, @NotNull @Valid AssessmentService.Reason command) {
        files.withdraw(id, file, command);
        return Map.of("items", files.of(id));
    }
}
