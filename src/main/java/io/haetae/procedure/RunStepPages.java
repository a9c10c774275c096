package io.haetae.procedure;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.PostedFile;
import io.haetae.kernel.Refusal;
import io.haetae.procedure.engine.Field;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The steps of a run by form. */
@Path("/runs/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RunStepPages {

    private final RunReadService reading;
    private final RunStepService steps;
    private final RunFileService files;
    private final RunPages pages;
    private final CurrentActor actor;
    private final Forms forms;

    RunStepPages(
            RunReadService reading,
            RunStepService steps,
            RunFileService files,
            RunPages pages,
            CurrentActor actor,
            Forms forms) {
        this.reading = reading;
        this.steps = steps;
        this.files = files;
        this.pages = pages;
        this.actor = actor;
        this.forms = forms;
    }

    @POST
    @Path("steps/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response result(UUID id, String step, MultivaluedMap<String, String> posted) {
        return taken(
                id, step, Form.of(posted), form -> steps.result(id, step, RunForms.result(form, fields(id, step))));
    }

    @POST
    @Path("corrections")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response correct(UUID id, MultivaluedMap<String, String> posted) {
        return taken(id, "correction", Form.of(posted), form -> {
            form.need("entry", "reason").check();
            steps.correct(id, entry(form.textOrEmpty("entry")), RunForms.correction(form, List.of()));
        });
    }

    private static UUID entry(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.field("/entry", "unknown-value", text);
        }
    }

    @POST
    @Path("steps/{step}/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response attach(UUID id, String step, @RestForm("file") @Nullable FileUpload file) {
        return taken(
                id,
                step + ".file",
                Form.blank(),
                form -> files.add(id, step, PostedFile.name(file), PostedFile.content(file)));
    }

    private List<Field> fields(UUID id, String step) {
        return reading.get(id, actor.get()).steps().stream()
                .filter(candidate -> candidate.step().equals(step))
                .findFirst()
                .map(RunView.StepView::fields)
                .orElse(List.of());
    }

    /** Takes it in and goes back to the page; a refusal shows the page with the form as it was filled in. */
    private Response taken(UUID id, String section, Form form, Consumer<Form> act) {
        if (forms.done(form, () -> act.accept(form))) {
            return Response.seeOther(URI.create("/runs/" + id)).build();
        }
        return Response.status(422).entity(pages.page(id, section, form)).build();
    }
}
