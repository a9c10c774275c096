package io.haetae.remedy.plan;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.PostedFile;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** 장애관리계획: the plan of an institution, writing it and deciding about it. */
@Path("/failure-plans")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PlanPages {

    private final PlanService plans;
    private final GuidelineService guidelines;
    private final PlanFileService files;
    private final Forms forms;

    PlanPages(PlanService plans, GuidelineService guidelines, PlanFileService files, Forms forms) {
        this.plans = plans;
        this.guidelines = guidelines;
        this.files = files;
        this.forms = forms;
    }

    /** What awaits the reader, as a part of the page of one's own work. */
    @GET
    @Path("mine")
    @Authenticated
    public TemplateInstance mine() {
        return PlanTemplates.mine(plans.mine(), guidelines.toRenew());
    }

    @GET
    @Path("{number}")
    @Authenticated
    public TemplateInstance page(String number) {
        return page(number, Form.blank());
    }

    /** Saves what was typed, and hands it in when that button was pressed. */
    @POST
    @Path("{number}/draft")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("OFFICER")
    public Response draft(String number, MultivaluedMap<String, String> posted) {
        return step(number, posted, form -> {
            Integer version = form.integer("version");
            form.check();
            plans.draft(number, Objects.requireNonNullElse(version, 0), text(form));
            if (form.flag("handIn")) {
                plans.handIn(number, new PlanCommands.Submission(form.text("documentNumber"), form.text("note")));
            }
        });
    }

    @POST
    @Path("{number}/completion-request")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response askCompletion(String number, MultivaluedMap<String, String> posted) {
        return step(number, posted, form -> {
            LocalDate until = form.date("until");
            form.need("until").check();
            plans.askCompletion(
                    number,
                    new PlanCommands.CompletionRequest(form.textOrEmpty("text"), Objects.requireNonNull(until)));
        });
    }

    @POST
    @Path("{number}/acceptance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response accept(String number, MultivaluedMap<String, String> posted) {
        return step(number, posted, form -> plans.accept(number, new PlanCommands.Acceptance(form.text("note"))));
    }

    @POST
    @Path("{number}/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response release(String number, MultivaluedMap<String, String> posted) {
        return step(
                number, posted, form -> plans.release(number, new PlanCommands.Release(form.textOrEmpty("reason"))));
    }

    @POST
    @Path("{number}/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed("OFFICER")
    public Response attach(String number, @RestForm("file") @Nullable FileUpload file) {
        return step(
                number, Form.blank(), form -> files.addToPlan(number, PostedFile.name(file), PostedFile.content(file)));
    }

    @POST
    @Path("{number}/files/{file}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("OFFICER")
    public Response remove(String number, UUID file, MultivaluedMap<String, String> posted) {
        return step(number, posted, form -> files.removeFromPlan(number, file));
    }

    private static PlanText text(Form form) {
        return new PlanText(
                form.text("goals"),
                form.text("importance"),
                form.text("prevention"),
                form.text("power"),
                form.text("cooling"),
                form.text("response"),
                form.text("other"));
    }

    /** The page; a form nobody has typed in begins with what was written last. */
    private TemplateInstance page(String number, Form form) {
        PlanView view = plans.get(number);
        if (!form.isRefused()) {
            PlanText text = view.draft() != null
                    ? view.draft().text()
                    : view.editions().isEmpty()
                            ? PlanText.NONE
                            : view.editions().get(0).text();
            text.parts().forEach(part -> form.put(part.name(), part.text()));
        }
        form.put("version", view.version());
        return PlanTemplates.plan(view, form).data("exercise", view.exercise());
    }

    private Response step(String number, MultivaluedMap<String, String> posted, Consumer<Form> taken) {
        return step(number, Form.of(posted), taken);
    }

    /** Takes the step and goes back to the page; a refused form comes back as it was typed. */
    private Response step(String number, Form form, Consumer<Form> taken) {
        if (forms.done(form, () -> taken.accept(form))) {
            return Response.seeOther(URI.create("/failure-plans/" + number)).build();
        }
        return Response.status(422).entity(page(number, form)).build();
    }
}
