package io.haetae.remedy.task;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
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
import java.util.function.Consumer;

/** One task: the report of a month, and what its coordinator changes. */
@Path("/policy-programmes")
@Blocking
@Produces(MediaType.TEXT_HTML)
class TaskPages {

    private final ProgrammeService programmes;
    private final TaskService tasks;
    private final Forms forms;

    TaskPages(ProgrammeService programmes, TaskService tasks, Forms forms) {
        this.programmes = programmes;
        this.tasks = tasks;
        this.forms = forms;
    }

    /** What awaits the reader, as a part of the page of one's own work. */
    @GET
    @Path("mine")
    @Authenticated
    public TemplateInstance mine() {
        return TaskTemplates.mine(tasks.mine(), programmes.mine());
    }

    @GET
    @Path("{number}/tasks/{task}")
    @Authenticated
    public TemplateInstance task(String number, int task) {
        return page(number, task, "", Form.blank());
    }

    @POST
    @Path("{number}/tasks/{task}/reports")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("OFFICER")
    public Response report(String number, int task, MultivaluedMap<String, String> posted) {
        return step(number, task, "reports", posted, form -> {
            Integer percent = form.integer("percent");
            Progress state = form.one("state", Progress.class);
            form.need("month", "percent", "state").check();
            tasks.report(
                    number,
                    task,
                    form.textOrEmpty("month"),
                    new TaskCommands.Report(
                            Objects.requireNonNull(percent),
                            Objects.requireNonNull(state),
                            form.textOrEmpty("done"),
                            form.text("next")));
        });
    }

    @POST
    @Path("{number}/tasks/{task}/content")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OFFICER", "AUTHORITY", "SITUATION"})
    public Response change(String number, int task, MultivaluedMap<String, String> posted) {
        return step(number, task, "content", posted, form -> {
            TaskKind kind = form.one("kind", TaskKind.class);
            LocalDate dueOn = form.date("dueOn");
            form.need("kind").check();
            tasks.change(
                    number,
                    task,
                    new TaskCommands.Content(
                            ProgrammePages.text(form, "title"),
                            Objects.requireNonNull(kind),
                            form.textOrEmpty("owner"),
                            ProgrammePages.codes(form),
                            dueOn,
                            ProgrammePages.optional(form, "note"),
                            form.textOrEmpty("reason")));
        });
    }

    @POST
    @Path("{number}/tasks/{task}/reopening")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OFFICER", "AUTHORITY", "SITUATION"})
    public Response reopen(String number, int task, MultivaluedMap<String, String> posted) {
        return step(
                number,
                task,
                "reopening",
                posted,
                form -> tasks.reopen(number, task, new TaskCommands.Reason(form.textOrEmpty("reason"))));
    }

    /** The page; a form of the task nobody has typed in begins with what stands. */
    private TemplateInstance page(String number, int task, String section, Form form) {
        TaskView view = tasks.get(number, task);
        if (!section.equals("content")) {
            form.put("title.ko", view.title().ko())
                    .put("title.en", view.title().en())
                    .put("kind", view.kind())
                    .put("owner", view.owner())
                    .put("partners", String.join(", ", view.partners()))
                    .put("dueOn", view.dueOn())
                    .put("note.ko", view.note() == null ? null : view.note().ko())
                    .put("note.en", view.note() == null ? null : view.note().en());
        }
        return TaskTemplates.task(view, section, form).data("exercise", view.exercise());
    }

    /** Takes the step and goes back to the page; a refused form comes back as it was typed. */
    private Response step(
            String number, int task, String section, MultivaluedMap<String, String> posted, Consumer<Form> taken) {
        Form form = Form.of(posted);
        if (forms.done(form, () -> taken.accept(form))) {
            return Response.seeOther(URI.create("/policy-programmes/" + number + "/tasks/" + task))
                    .build();
        }
        return Response.status(422).entity(page(number, task, section, form)).build();
    }
}
