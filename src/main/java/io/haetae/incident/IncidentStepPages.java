package io.haetae.incident;

import io.haetae.duty.Answer;
import io.haetae.kernel.Form;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;

/** The steps of an incident as forms: each posts, and comes back to the page. */
@Path("/incidents/{number}")
@Blocking
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class IncidentStepPages {

    private final IncidentService incidents;
    private final IncidentCourseService course;
    private final IncidentEndService ends;
    private final StepFormPages steps;

    IncidentStepPages(
            IncidentService incidents, IncidentCourseService course, IncidentEndService ends, StepFormPages steps) {
        this.incidents = incidents;
        this.course = course;
        this.ends = ends;
        this.steps = steps;
    }

    @POST
    @Path("acknowledgement")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ"})
    public Response acknowledge(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, "acknowledgement", posted, form -> {
            Answer.By by = form.one("by", Answer.By.class);
            form.check();
            course.acknowledge(
                    number,
                    new Acknowledgement(form.text("note"), by == null ? Answer.By.PAGE : by, form.text("onBehalfOf")));
        });
    }

    @POST
    @Path("facts")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response facts(String number, MultivaluedMap<String, String> posted) {
        return steps.take(
                number, "facts", posted, form -> incidents.changeFacts(number, null, IncidentForms.command(form)));
    }

    @POST
    @Path("grade")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response grade(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, "grade", posted, form -> {
            GradeDecision.Outcome outcome = form.one("outcome", GradeDecision.Outcome.class);
            Integer grade = outcome == GradeDecision.Outcome.CHANGED ? form.integer("grade") : null;
            form.need("outcome").check();
            course.decideGrade(number, new GradeDecision(Objects.requireNonNull(outcome), grade, form.text("reason")));
        });
    }

    @POST
    @Path("recoveries")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response recover(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, "recoveries", posted, form -> {
            Instant at = form.time("recoveredAt");
            RecoveryLevel level = form.one("level", RecoveryLevel.class);
            form.need("code", "recoveredAt", "level").check();
            ends.recover(
                    number,
                    form.values("code").stream()
                            .map(code ->
                                    recovery(form, code, Objects.requireNonNull(at), Objects.requireNonNull(level)))
                            .toList());
        });
    }

    @POST
    @Path("timeline")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ"})
    public Response note(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, "timeline", posted, form -> {
            Instant at = form.time("at");
            form.need("text").check();
            course.note(number, new Note(at, form.textOrEmpty("text")));
        });
    }

    @POST
    @Path("clocks/{kind}/completion")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response completeClock(String number, String kind, MultivaluedMap<String, String> posted) {
        return steps.take(
                number,
                "clocks",
                posted,
                form -> course.completeClock(number, kind, new ClockCompletion(null, form.text("note"))));
    }

    @POST
    @Path("closure")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response close(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, "closure", posted, form -> ends.close(number, form.text("note")));
    }

    @POST
    @Path("reopening")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response reopen(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, "reopening", posted, form -> {
            form.need("reason").check();
            ends.reopen(number, new Reopening(form.textOrEmpty("reason"), form.values("system")));
        });
    }

    @POST
    @Path("cancellation")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response cancel(String number, MultivaluedMap<String, String> posted) {
        return steps.take(number, "cancellation", posted, form -> {
            form.need("reason").check();
            ends.cancel(number, form.textOrEmpty("reason"));
        });
    }

    private static Recovery recovery(Form form, String code, Instant at, RecoveryLevel level) {
        return new Recovery(code, at, level, form.text("verifiedBy"), form.text("workaround"));
    }
}
