package io.haetae.register.page;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.PostedFile;
import io.haetae.register.SystemFileService;
import io.haetae.register.SystemService;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The evidence of a system and putting more to it. */
@Path("/systems/{code}/files")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SystemFilePages {

    private final SystemFileService files;
    private final SystemService systems;
    private final CurrentActor actor;
    private final Forms forms;

    SystemFilePages(SystemFileService files, SystemService systems, CurrentActor actor, Forms forms) {
        this.files = files;
        this.systems = systems;
        this.actor = actor;
        this.forms = forms;
    }

    @GET
    @Authenticated
    public TemplateInstance list(String code) {
        return page(code, Form.blank());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response add(String code, @RestForm("file") @Nullable FileUpload file, @RestForm @Nullable String note) {
        Form form = Form.blank().put("note", note);
        Runnable act = () -> files.add(code, PostedFile.name(file), PostedFile.content(file), form.text("note"));
        if (forms.done(form, act)) {
            return Response.seeOther(URI.create("/systems/" + code + "/files")).build();
        }
        return Response.status(422).entity(page(code, form)).build();
    }

    private TemplateInstance page(String code, Form form) {
        return RegisterTemplates.files(
                systems.require(code, actor.get().scope()), files.of(code), files.mayAdd(code), form);
    }
}
