package io.haetae.incident;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.change.ChangeHints;
import io.haetae.duty.Escalation;
import io.haetae.kernel.CurrentActor;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What is kept of an incident over time. */
@Path("/api/v1/incidents/{number}")
class IncidentRecordApi {

    private final IncidentReadService reading;
    private final IncidentCourseService course;
    private final IncidentRecordService record;
    private final FearService fears;
    private final IncidentHints hints;
    private final IncidentWhyService reasons;
    private final CurrentActor actor;

    IncidentRecordApi(
            IncidentReadService reading,
            IncidentCourseService course,
            IncidentRecordService record,
            FearService fears,
            IncidentHints hints,
            IncidentWhyService reasons,
            CurrentActor actor) {
        this.reading = reading;
        this.course = course;
        this.record = record;
        this.fears = fears;
        this.hints = hints;
        this.reasons = reasons;
        this.actor = actor;
    }

    @GET
    @Path("grades")
    @Authenticated
    public Map<String, List<GradeEntry>> grades(String number) {
        return Map.of("items", reading.grades(number, actor.get()));
    }

    @GET
    @Path("timeline")
    @Authenticated
    public Map<String, List<TimelineEntry>> timeline(String number) {
        return Map.of("items", reading.timeline(number, actor.get()));
    }

    @POST
    @Path("timeline")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ"})
    public Response note(String number, @NotNull @Valid Note note) {
        course.note(number, note);
        return Response.created(URI.create("/api/v1/incidents/" + number + "/timeline"))
                .build();
    }

    @GET
    @Path("escalations")
    @Authenticated
    public Map<String, List<Escalation>> escalations(String number) {
        return Map.of("items", reading.escalations(number, actor.get()));
    }

    @GET
    @Path("changes")
    @Authenticated
    @Operation(summary = "Planned work on its systems when it began or shortly before, as a hint to its cause")
    public Map<String, List<ChangeHints.Hint>> changes(String number) {
        return Map.of("items", hints.changes(number, actor.get()));
    }

    /** Why somebody was told, or was not; the reader himself unless {@code person} names another. */
    @GET
    @Path("escalations/why")
    @Authenticated
    public IncidentWhyService.Why why(String number, @QueryParam("person") @Nullable String person) {
        return reasons.why(number, actor.get(), person);
    }

    /** Calls the next level now. */
    @POST
    @Path("escalations")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Map<String, List<Escalation>> escalateNow(String number) {
        course.escalateNow(number);
        return Map.of("items", reading.escalations(number, actor.get()));
    }

    record ReasonCommand(@NotBlank @Size(max = 2_000) String reason) {}

    /** Numbers that were merged into it, who holds which role, and links in both directions. */
    @GET
    @Path("record")
    @Authenticated
    public IncidentRecordView record(String number) {
        return record.get(number, actor.get());
    }

    /** Gives a role to a person, or hands it over. */
    @PUT
    @Path("roles/{role}")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public IncidentRecordView assign(
            String number, ResponseRole role, @NotNull @Valid RoleCommands.Assignment assignment) {
        return record.assign(number, role, assignment);
    }

    /** Takes a role from whoever holds it. */
    @DELETE
    @Path("roles/{role}")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public IncidentRecordView relieve(String number, ResponseRole role, @NotNull @Valid RoleCommands.Relief relief) {
        return record.relieve(number, role, relief);
    }

    @GET
    @Path("links")
    @Authenticated
    public Map<String, List<IncidentRecordView.Link>> links(String number) {
        return Map.of("items", record.get(number, actor.get()).links());
    }

    @POST
    @Path("links")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response link(String number, @NotNull @Valid LinkCommand link) {
        IncidentRecordView linked = record.link(number, link);
        return Response.created(URI.create("/api/v1/incidents/" + number + "/links"))
                .entity(linked)
                .build();
    }

    @DELETE
    @Path("links/{link}")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public IncidentRecordView unlink(String number, UUID link, @NotNull @Valid ReasonCommand command) {
        return record.unlink(number, link, command.reason());
    }

    /** A feared failure came true. */
    @PUT
    @Path("occurrence")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response occurred(String number, @NotNull @Valid FearCommands.Occurrence occurrence) {
        return tagged(Response.ok(), fears.occurred(number, occurrence));
    }

    /** A feared failure will not come true. */
    @PUT
    @Path("stand-down")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response standDown(String number, @NotNull @Valid FearCommands.StandDown standDown) {
        return tagged(Response.ok(), fears.standDown(number, standDown));
    }

    @PUT
    @Path("clocks/{kind}/completion")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response completeClock(String number, String kind, @NotNull @Valid ClockCompletion done) {
        return tagged(Response.ok(), course.completeClock(number, kind, done));
    }
}
