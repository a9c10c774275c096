package io.haetae.procedure;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.jspecify.annotations.Nullable;

@Path("/api/v1/runs")
class RunApi {

    private final Runs runs;
    private final RunReadService reading;
    private final RunStepService steps;
    private final RunCourseService course;
    private final RunMoveService moves;
    private final CurrentActor actor;

    RunApi(
            Runs runs,
            RunReadService reading,
            RunStepService steps,
            RunCourseService course,
            RunMoveService moves,
            CurrentActor actor) {
        this.runs = runs;
        this.reading = reading;
        this.steps = steps;
        this.course = course;
        this.moves = moves;
        this.actor = actor;
    }

    @POST
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ"})
    public Response start(@NotNull @Valid RunCommands.NewRun command) {
        UUID id = runs.start(new StartRun(
                command.manual(), command.subject().kind(), command.subject().id(), false));
        return Response.created(URI.create("/api/v1/runs/" + id))
                .entity(reading.get(id, actor.get()))
                .build();
    }

    @GET
    @Authenticated
    public Page<RunRow> list(
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("state") Run.@Nullable State state,
            @QueryParam("mine") boolean mine,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID holder = mine ? actor.get().id() : null;
        return reading.list(new RunReadService.Filter(subject, state, holder), actor.get(), cursor, Page.limit(limit));
    }

    /** What the reader may do now. */
    @GET
    @Path("steps")
    @Authenticated
    public Map<String, List<MyStep>> mine() {
        return Map.of("items", reading.mine(actor.get()));
    }

    @GET
    @Path("{id}")
    @Authenticated
    public RunView get(UUID id) {
        return reading.get(id, actor.get());
    }

    @PUT
    @Path("{id}/steps/{step}/result")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public RunView result(UUID id, String step, @NotNull @Valid StepResult said) {
        return steps.result(id, step, said);
    }

    @POST
    @Path("{id}/entries/{entry}/corrections")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public RunView correct(UUID id, UUID entry, @NotNull @Valid Correction said) {
        return steps.correct(id, entry, said);
    }

    @PUT
    @Path("{id}/steps/{step}/delegation")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public RunView delegate(UUID id, String step, @NotNull @Valid RunCommands.Delegation command) {
        return course.delegate(id, step, command);
    }

    @PUT
    @Path("{id}/holder")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ"})
    public RunView handOver(UUID id, @NotNull @Valid RunCommands.HandOver command) {
        return course.handOver(id, command);
    }

    /** Moves it to the version of its manual that is in force; what was done stays. */
    @PUT
    @Path("{id}/version")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ"})
    public RunView move(UUID id, @NotNull @Valid RunCommands.NewVersion command) {
        return moves.move(id, command);
    }

    @PUT
    @Path("{id}/cancellation")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ"})
    public RunView cancel(UUID id, @NotNull @Valid RunCommands.Cancellation command) {
        return course.cancel(id, command);
    }
}
