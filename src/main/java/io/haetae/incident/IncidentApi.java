package io.haetae.incident;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/incidents")
class IncidentApi {

    private final IncidentService incidents;
    private final IncidentCourseService course;
    private final IncidentEndService ends;
    private final IncidentReadService reading;
    private final CurrentActor actor;

    IncidentApi(
            IncidentService incidents,
            IncidentCourseService course,
            IncidentEndService ends,
            IncidentReadService reading,
            CurrentActor actor) {
        this.incidents = incidents;
        this.course = course;
        this.ends = ends;
        this.reading = reading;
        this.actor = actor;
    }

    record ListQuery(
            @QueryParam("state") List<IncidentState> state,
            @QueryParam("failureGrade") @Nullable Integer failureGrade,
            @QueryParam("institution") @Nullable String institution,
            @QueryParam("system") @Nullable String system,
            @QueryParam("q") @Nullable String q,
            @QueryParam("exercise") @Nullable Boolean exercise) {

        IncidentFilter filter() {
            return new IncidentFilter(state, failureGrade, institution, system, q, exercise);
        }
    }

    record CloseCommand(@Nullable @Size(max = 2_000) String note) {}

    record CancelCommand(@NotBlank @Size(max = 2_000) String reason) {}

    @GET
    @Authenticated
    public Page<IncidentRow> list(
            @BeanParam ListQuery query,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return reading.list(
                query.filter(), actor.get().scope(), Incidents.seesAll(actor.get()), Page.limit(limit), cursor);
    }

    @GET
    @Path("{number}")
    @Authenticated
    public Response get(String number) {
        IncidentView incident = reading.get(number, actor.get());
        Response.ResponseBuilder answer = Response.ok();
        if (!incident.number().equals(number)) { // it was merged: what has taken it in answers
            URI survivor = URI.create("/api/v1/incidents/" + incident.number());
            answer.location(survivor).contentLocation(survivor);
        }
        return tagged(answer, incident);
    }

    @POST
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response declare(@NotNull @Valid IncidentCommand command) {
        IncidentView declared = incidents.declare(command);
        return tagged(Response.created(URI.create("/api/v1/incidents/" + declared.number())), declared);
    }

    @PUT
    @Path("{number}/facts")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response changeFacts(
            String number, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid IncidentCommand command) {
        Integer version = ifMatch == null ? null : IfMatch.version(ifMatch);
        return tagged(Response.ok(), incidents.changeFacts(number, version, command));
    }

    @PUT
    @Path("{number}/grade")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response decideGrade(String number, @NotNull @Valid GradeDecision decision) {
        return tagged(Response.ok(), course.decideGrade(number, decision));
    }

    @PUT
    @Path("{number}/acknowledgement")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ"})
    public Response acknowledge(String number, @NotNull @Valid Acknowledgement said) {
        return tagged(Response.ok(), course.acknowledge(number, said));
    }

    @PUT
    @Path("{number}/systems/{code}/recovery")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response recover(String number, String code, @NotNull @Valid Recovery recovery) {
        return tagged(Response.ok(), ends.recover(number, List.of(recovery.of(code))));
    }

    @PUT
    @Path("{number}/recoveries")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response recover(String number, @NotNull @Size(max = 2_000) List<@Valid @NotNull Recovery> recoveries) {
        return tagged(Response.ok(), ends.recover(number, recoveries));
    }

    @PUT
    @Path("{number}/closure")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response close(String number, @NotNull @Valid CloseCommand command) {
        return tagged(Response.ok(), ends.close(number, command.note()));
    }

    @DELETE
    @Path("{number}/closure")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response reopen(String number, @NotNull @Valid Reopening reopening) {
        return tagged(Response.ok(), ends.reopen(number, reopening));
    }

    @PUT
    @Path("{number}/cancellation")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response cancel(String number, @NotNull @Valid CancelCommand command) {
        return tagged(Response.ok(), ends.cancel(number, command.reason()));
    }
}
