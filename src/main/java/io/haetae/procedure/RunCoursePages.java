package io.haetae.procedure;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
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
import java.util.UUID;
import java.util.function.Consumer;

/** Runs as a whole by form. */
@Path("/runs")
@Blocking
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class RunCoursePages {

    private final Runs runs;
    private final RunCourseService course;
    private final RunMoveService moves;
    private final RunPages pages;
    private final Forms forms;

    RunCoursePages(Runs runs, RunCourseService course, RunMoveService moves, RunPages pages, Forms forms) {
        this.runs = runs;
        this.course = course;
        this.moves = moves;
        this.pages = pages;
        this.forms = forms;
    }

    @POST
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ"})
    public Response start(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.made(form, () -> started(form))
                .map(id -> Response.seeOther(URI.create("/runs/" + id)))
                .orElseGet(() -> Response.status(422)
                        .entity(pages.list(form.text("subject"), form.text("kind"), null, null, form)))
                .build();
    }

    private UUID started(Form form) {
        form.need("manual", "kind", "subject").check();
        return runs.start(
                new StartRun(form.textOrEmpty("manual"), form.textOrEmpty("kind"), form.textOrEmpty("subject"), false));
    }

    @POST
    @Path("{id}/holder")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ"})
    public Response handOver(UUID id, MultivaluedMap<String, String> posted) {
        return taken(id, "holder", posted, form -> {
            form.need("person").check();
            course.handOver(id, new RunCommands.HandOver(form.textOrEmpty("person"), form.text("note")));
        });
    }

    @POST
    @Path("{id}/steps/{step}/delegation")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response delegate(UUID id, String step, MultivaluedMap<String, String> posted) {
        return taken(id, step + ".delegation", posted, form -> {
            form.need("to", "reason").check();
            course.delegate(id, step, new RunCommands.Delegation(form.textOrEmpty("to"), form.textOrEmpty("reason")));
        });
    }

    @POST
    @Path("{id}/version")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ"})
    public Response move(UUID id, MultivaluedMap<String, String> posted) {
        return taken(id, "version", posted, form -> {
            form.need("version", "reason").check();
            moves.move(id, new RunCommands.NewVersion(form.textOrEmpty("version"), form.textOrEmpty("reason")));
        });
    }

    @POST
    @Path("{id}/cancellation")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ"})
    public Response cancel(UUID id, MultivaluedMap<String, String> posted) {
        return taken(id, "cancellation", posted, form -> {
            form.need("reason").check();
            course.cancel(id, new RunCommands.Cancellation(form.textOrEmpty("reason")));
        });
    }

    private Response taken(UUID id, String section, MultivaluedMap<String, String> posted, Consumer<Form> act) {
        Form form = Form.of(posted);
        if (forms.done(form, () -> act.accept(form))) {
            return Response.seeOther(URI.create("/runs/" + id)).build();
        }
        return Response.status(422).entity(pages.page(id, section, form)).build();
    }
}
