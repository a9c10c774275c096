package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
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
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/** All deadlines of an incident: which stand still and why, by which rules they run, and whether they are right. */
@Path("/incidents/{number}/clocks")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ClockPages {

    private final IncidentReadService reading;
    private final ClockPauseService pauses;
    private final ClockMoveService moves;
    private final ClockCheckService checks;
    private final CurrentActor actor;
    private final Forms forms;

    ClockPages(
            IncidentReadService reading,
            ClockPauseService pauses,
            ClockMoveService moves,
            ClockCheckService checks,
            CurrentActor actor,
            Forms forms) {
        this.reading = reading;
        this.pauses = pauses;
        this.moves = moves;
        this.checks = checks;
        this.actor = actor;
        this.forms = forms;
    }

    @GET
    @Authenticated
    public TemplateInstance page(String number) {
        return page(number, "", Form.blank());
    }

    @POST
    @Path("{kind}/pause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response pause(String number, String kind, MultivaluedMap<String, String> posted) {
        return take(number, "pause-" + kind, posted, form -> {
            Instant until = form.time("until");
            form.need("until", "reason").check();
            pauses.pause(
                    number, kind, new ClockCommands.Pause(Objects.requireNonNull(until), form.textOrEmpty("reason")));
        });
    }

    @POST
    @Path("{kind}/resumption")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response resume(String number, String kind, MultivaluedMap<String, String> posted) {
        return take(
                number,
                "resume-" + kind,
                posted,
                form -> pauses.resume(number, kind, new ClockCommands.Resumption(form.text("note"))));
    }

    @POST
    @Path("rules")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response move(String number, MultivaluedMap<String, String> posted) {
        return take(number, "rules", posted, form -> {
            form.need("reason").check();
            moves.move(number, new ClockCommands.Move(form.text("version"), form.textOrEmpty("reason")));
        });
    }

    @POST
    @Path("recomputation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response recompute(String number, MultivaluedMap<String, String> posted) {
        return take(number, "recomputation", posted, form -> {
            form.need("reason").check();
            checks.recompute(number, form.textOrEmpty("reason"));
        });
    }

    private TemplateInstance page(String number, String section, Form posted) {
        Actor reader = actor.get();
        IncidentView incident = reading.get(number, reader);
        ClockCheck check = checks.check(number, reader);
        return IncidentTemplates.deadlines(
                        incident, new IncidentOnPage(incident, reader, section, posted, check.asOf()), check)
                .data("exercise", incident.exercise());
    }

    private Response take(String number, String section, MultivaluedMap<String, String> posted, Consumer<Form> taken) {
        Form form = Form.of(posted);
        if (forms.done(form, () -> taken.accept(form))) {
            return Response.seeOther(URI.create("/incidents/" + number + "/clocks"))
                    .build();
        }
        return Response.status(422).entity(page(number, section, form)).build();
    }
}
