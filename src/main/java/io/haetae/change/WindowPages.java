package io.haetae.change;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Zones;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The calendar of maintenance, and windows that stand alone. */
@Path("/maintenance")
@Blocking
@Produces(MediaType.TEXT_HTML)
class WindowPages {

    private final WindowService windows;
    private final ChangeListService lists;
    private final CurrentActor actor;
    private final Forms forms;
    private final Clock clock;

    WindowPages(WindowService windows, ChangeListService lists, CurrentActor actor, Forms forms, Clock clock) {
        this.windows = windows;
        this.lists = lists;
        this.actor = actor;
        this.forms = forms;
        this.clock = clock;
    }

    /** One month; {@code month} as {@code 2026-12}, the present one when left out. */
    @GET
    @Authenticated
    public TemplateInstance calendar(@Context UriInfo uri) {
        Form filter = Form.of(uri.getQueryParameters());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Zones.SEOUL);
        YearMonth month = month(filter.text("month"), YearMonth.from(today));
        return ChangeTemplates.calendar(
                WindowMonth.of(
                        month,
                        today,
                        lists.calendar(
                                actor.get().scope(),
                                filter.text("system"),
                                WindowMonth.begin(month),
                                WindowMonth.end(month))),
                filter.put("month", month));
    }

    private static YearMonth month(@Nullable String typed, YearMonth present) {
        try {
            return typed == null ? present : YearMonth.parse(typed);
        } catch (DateTimeParseException e) {
            return present;
        }
    }

    /** The form; {@code systems} may come with the link. */
    @GET
    @Path("new")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public TemplateInstance make(@Context UriInfo uri) {
        return ChangeTemplates.windowNew(Form.of(uri.getQueryParameters()));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response plan(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.permittedToMake(form, ChangeForms.inForm(() -> windows.plan(ChangeForms.window(form))))
                .map(made -> Response.seeOther(URI.create("/maintenance/" + made.id())))
                .orElseGet(() -> Response.status(422).entity(ChangeTemplates.windowNew(form)))
                .build();
    }

    @GET
    @Path("{id}")
    @Authenticated
    public TemplateInstance page(UUID id) {
        return ChangeTemplates.window(windows.get(id), Form.blank());
    }

    @POST
    @Path("{id}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("OFFICER")
    public Response approve(UUID id, MultivaluedMap<String, String> posted) {
        return step(id, posted, form -> windows.approve(id));
    }

    @POST
    @Path("{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response end(UUID id, MultivaluedMap<String, String> posted) {
        return step(id, posted, form -> windows.end(id, new Remark(form.textOrEmpty("text"))));
    }

    @POST
    @Path("{id}/extensions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response extend(UUID id, MultivaluedMap<String, String> posted) {
        return step(id, posted, form -> {
            Instant until = form.time("until");
            form.need("until").check();
            windows.extend(id, new WindowExtension(Objects.requireNonNull(until), form.textOrEmpty("reason")));
        });
    }

    private Response step(UUID id, MultivaluedMap<String, String> posted, Consumer<Form> taken) {
        Form form = Form.of(posted);
        if (forms.permitted(form, () -> taken.accept(form))) {
            return Response.seeOther(URI.create("/maintenance/" + id)).build();
        }
        return Response.status(422)
                .entity(ChangeTemplates.window(windows.get(id), form))
                .build();
    }
}
