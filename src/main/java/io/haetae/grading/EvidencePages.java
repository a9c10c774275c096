package io.haetae.grading;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.PostedFile;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Files of evidence on the page of their assessment. */
@Path("/assessments/{id}/files")
@Blocking
@Produces(MediaType.TEXT_HTML)
class EvidencePages {

    private final AssessmentService assessments;
    private final EvidenceFileService files;
    private final AssessmentPage page;
    private final Forms forms;

    EvidencePages(AssessmentService assessments, EvidenceFileService files, AssessmentPage page, Forms forms) {
        this.assessments = assessments;
        this.files = files;
        this.page = page;
        this.forms = forms;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Authenticated
    public Response add(
            UUID id,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm @Nullable String note,
            @RestForm @Nullable String criterion) {
        assessments.requireAnswering();
        Form form = Form.blank().put("note", note).put("criterion", criterion);
        return done(
                id,
                form,
                () -> files.add(
                        id,
                        PostedFile.name(file),
                        PostedFile.content(file),
                        form.text("note"),
                        form.text("criterion")));
    }

    @POST
    @Path("{file}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Authenticated
    public Response withdraw(UUID id, UUID file, MultivaluedMap<String, String> posted) {
        assessments.requireAnswering();
        Form form = Form.of(posted).put("file", file);
        return done(id, form, () -> {
            var reason = forms.checked(form, new AssessmentService.Reason(form.textOrEmpty("reason")));
            files.withdraw(id, file, reason);
        });
    }

    private Response done(UUID id, Form form, Runnable act) {
        if (forms.done(form, act)) {
            return Response.seeOther(URI.create("/assessments/" + id + "#evidence"))
                    .build();
        }
        return Response.status(422)
                .entity(page.of(id, null, Form.blank(), form))
                .build();
    }
}
