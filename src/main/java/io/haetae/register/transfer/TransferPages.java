package io.haetae.register.transfer;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.PostedFile;
import io.quarkus.qute.CheckedTemplate;
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
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Bringing a file in by form; what becomes of it stands on a page of its own. */
@Path("/systems/import")
@Blocking
@Produces(MediaType.TEXT_HTML)
class TransferPages {

    private final ImportJobService imports;
    private final Forms forms;

    TransferPages(ImportJobService imports, Forms forms) {
        this.imports = imports;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "register", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        static native TemplateInstance bring(Form form, List<ImportView> latest);
    }

    @GET
    @RolesAllowed({"ADMIN", "OFFICER"})
    public TemplateInstance form() {
        return Templates.bring(Form.blank(), imports.latest());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response bring(@RestForm("file") @Nullable FileUpload file) {
        Form form = Form.blank();
        return forms.made(form, () -> imports.begin(PostedFile.name(file), PostedFile.content(file)))
                .map(begun -> Response.seeOther(URI.create("/systems/imports/" + begun.id())))
                .orElseGet(() -> Response.status(422).entity(Templates.bring(form, imports.latest())))
                .build();
    }
}
