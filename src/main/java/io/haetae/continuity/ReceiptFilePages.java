package io.haetae.continuity;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.PostedFile;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Taking a file of receipts by form: look first, then take. */
@Path("/continuity/{id}/receipts/import")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ReceiptFilePages {

    private final ActivationService activations;
    private final ReceiptImport imports;
    private final CurrentActor actor;
    private final Forms forms;

    ReceiptFilePages(ActivationService activations, ReceiptImport imports, CurrentActor actor, Forms forms) {
        this.activations = activations;
        this.imports = imports;
        this.actor = actor;
        this.forms = forms;
    }

    @GET
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public TemplateInstance form(UUID id) {
        return page(id, Form.blank(), null);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response bring(
            UUID id,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm @Nullable String dryRun,
            @RestForm @Nullable String partial) {
        Form form = Form.blank().put("partial", partial);
        activations.get(id, actor.get());

        boolean dry = "true".equals(dryRun);
        return forms.made(form, () -> imports.bring(id, PostedFile.content(file), dry, form.flag("partial")))
                .map(report -> Response.status(report.rejected() ? 422 : 200).entity(page(id, form, report)))
                .orElseGet(() -> Response.status(422).entity(page(id, form, null)))
                .build();
    }

    private TemplateInstance page(UUID id, Form form, @Nullable ReceiptReport report) {
        ActivationView activation = activations.get(id, actor.get());
        return ContinuityTemplates.bring(activation, form, report).data("exercise", ReceiptPages.exercise(activation));
    }
}
