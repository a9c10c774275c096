package io.haetae.continuity;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.PostedFile;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
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
    private final Texts texts;
    private final RequestLanguage language;

    ReceiptFilePages(
            ActivationService activations,
            ReceiptImport imports,
            CurrentActor actor,
            Texts texts,
            RequestLanguage language) {
        this.activations = activations;
        this.imports = imports;
        this.actor = actor;
        this.texts = texts;
        this.language = language;
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
        try {
            ReceiptReport report =
                    imports.bring(id, PostedFile.content(file), "true".equals(dryRun), form.flag("partial"));
            return Response.status(report.rejected() ? 422 : 200)
                    .entity(page(id, form, report))
                    .build();
        } catch (Refusal refused) {
            form.refused(refused, texts, language.get());
        }
        return Response.status(422).entity(page(id, form, null)).build();
    }

    private TemplateInstance page(UUID id, Form form, @Nullable ReceiptReport report) {
        ActivationView activation = activations.get(id, actor.get());
        return ContinuityTemplates.bring(activation, form, report).data("exercise", ReceiptPages.exercise(activation));
    }
}
