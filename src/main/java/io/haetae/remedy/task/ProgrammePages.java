package io.haetae.remedy.task;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Page;
import io.haetae.kernel.Role;
import io.haetae.remedy.Parties;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 정책과제: programmes, how far they have come, and the sheet of a review meeting. */
@Path("/policy-programmes")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ProgrammePages {

    private final ProgrammeService programmes;
    private final TaskService tasks;
    private final Parties parties;
    private final Forms forms;

    ProgrammePages(ProgrammeService programmes, TaskService tasks, Parties parties, Forms forms) {
        this.programmes = programmes;
        this.tasks = tasks;
        this.parties = parties;
        this.forms = forms;
    }

    @GET
    @Authenticated
    public TemplateInstance list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return list(programmes.list(Page.limit(limit), cursor), Form.blank());
    }

    private TemplateInstance list(Page<ProgrammeRow> page, Form form) {
        boolean mayMake = parties.actor().hasAny(Role.OFFICER, Role.AUTHORITY, Role.SITUATION);
        return TaskTemplates.list(page, mayMake, form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OFFICER", "AUTHORITY", "SITUATION"})
    public Response make(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return taken(
                form,
                () -> {
                    LocalDate announcedOn = form.date("announcedOn");
                    Integer announced = form.integer("announcedTasks");
                    form.need("announcedOn").check();
                    return programmes
                            .make(new TaskCommands.NewProgramme(
                                    text(form, "title"),
                                    Objects.requireNonNull(announcedOn),
                                    text(form, "source"),
                                    announced,
                                    form.flag("exercise")))
                            .number();
                },
                () -> list(programmes.list(Page.limit(null), null), form));
    }

    @GET
    @Path("{number}")
    @Authenticated
    public TemplateInstance programme(String number) {
        return page(number, "", Form.blank());
    }

    /** For paper: what a review meeting has before it. */
    @GET
    @Path("{number}/sheet")
    @Authenticated
    public TemplateInstance sheet(String number, @QueryParam("month") @Nullable String month) {
        MeetingSheet sheet = programmes.sheet(number, month);
        return TaskTemplates.sheet(sheet).data("exercise", sheet.programme().exercise());
    }

    private TemplateInstance page(String number, String section, Form form) {
        ProgrammeView view = programmes.get(number);
        return TaskTemplates.programme(view, section, form).data("exercise", view.exercise());
    }

    @POST
    @Path("{number}/tasks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OFFICER", "AUTHORITY", "SITUATION"})
    public Response add(String number, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return taken(
                form,
                () -> {
                    tasks.add(number, task(form));
                    return number;
                },
                () -> page(number, "tasks", form));
    }

    private static TaskCommands.NewTask task(Form form) {
        Integer n = form.integer("number");
        TaskKind kind = form.one("kind", TaskKind.class);
        LocalDate dueOn = form.date("dueOn");
        form.need("number", "kind").check();
        return new TaskCommands.NewTask(
                Objects.requireNonNull(n),
                text(form, "title"),
                Objects.requireNonNull(kind),
                form.textOrEmpty("owner"),
                codes(form),
                dueOn,
                form.text("reportFrom"),
                optional(form, "note"),
                optional(form, "source"),
                form.flag("example"));
    }

    /** What is written in both languages. */
    static LocalizedText text(Form form, String name) {
        return new LocalizedText(form.textOrEmpty(name + ".ko"), form.textOrEmpty(name + ".en"));
    }

    /** The same where it may be left out: in both, or in neither. */
    static @Nullable LocalizedText optional(Form form, String name) {
        LocalizedText text = text(form, name);
        return text.ko().isEmpty() && text.en().isEmpty() ? null : text;
    }

    /** The institutions that take part, divided by commas or spaces. */
    static List<String> codes(Form form) {
        return Stream.of(form.textOrEmpty("partners").split("[\\s,]+"))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    @POST
    @Path("{number}/closure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OFFICER", "AUTHORITY", "SITUATION"})
    public Response close(String number, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return taken(
                form,
                () -> programmes
                        .close(number, new TaskCommands.Reason(form.textOrEmpty("reason")))
                        .number(),
                () -> page(number, "closure", form));
    }

    /** Takes the step and goes to the page of the programme; a refused form comes back as it was typed. */
    private Response taken(Form form, Supplier<String> step, Supplier<TemplateInstance> again) {
        return forms.made(form, step)
                .map(number -> Response.seeOther(URI.create("/policy-programmes/" + number)))
                .orElseGet(() -> Response.status(422).entity(again.get()))
                .build();
    }
}
