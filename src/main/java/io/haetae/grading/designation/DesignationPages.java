package io.haetae.grading.designation;

import io.haetae.grading.DecisionCommand.Decider;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.quarkus.qute.CheckedTemplate;
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

/** The decision whether a system is a 주요 정보시스템, and the ones before. */
@Path("/systems/{code}/designation")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DesignationPages {

    private final DesignationService designations;
    private final SystemService systems;
    private final CurrentActor actor;
    private final Forms forms;

    DesignationPages(DesignationService designations, SystemService systems, CurrentActor actor, Forms forms) {
        this.designations = designations;
        this.systems = systems;
        this.actor = actor;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "grading/designation")
    static class Templates {
        static native TemplateInstance designation(SystemView system, Designation.Standing standing, Form form);
    }

    @GET
    @Authenticated
    public TemplateInstance show(String code) {
        return page(code, Form.blank());
    }

    /** Designates what is not designated, and revokes what is. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("AUTHORITY")
    public Response decide(String code, MultivaluedMap<String, String> posted) {
        designations.requireEntitled(code);
        Form form = Form.of(posted);
        boolean done = forms.done(form, () -> {
            DesignationCommand command = command(form);
            if (form.has("designated", "true")) {
                designations.designate(code, command);
            } else {
                designations.revoke(code, command);
            }
        });
        return done
                ? Response.seeOther(URI.create("/systems/" + code + "/designation"))
                        .build()
                : Response.status(422).entity(page(code, form)).build();
    }

    @SuppressWarnings("NullAway") // the constraints of the command say which fields may be missing
    private DesignationCommand command(Form form) {
        boolean named = form.text("decidedBy.name") != null || form.text("decidedBy.position") != null;
        Decider decider =
                named ? new Decider(form.textOrEmpty("decidedBy.name"), form.textOrEmpty("decidedBy.position")) : null;
        return forms.checked(
                form,
                new DesignationCommand(form.date("on"), form.textOrEmpty("grounds"), form.text("document"), decider));
    }

    private TemplateInstance page(String code, Form form) {
        SystemView system = systems.require(code, actor.get().scope());
        return Templates.designation(system, designations.of(code), form);
    }
}
