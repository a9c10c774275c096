package io.haetae.remedy.task;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.Page;
import io.haetae.kernel.RequestLanguage;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** 정책과제: programmes and their tasks. */
@Path("/api/v1/policy-programmes")
class ProgrammeApi {

    private final ProgrammeService programmes;
    private final TaskService tasks;
    private final RequestLanguage language;

    ProgrammeApi(ProgrammeService programmes, TaskService tasks, RequestLanguage language) {
        this.programmes = programmes;
        this.tasks = tasks;
        this.language = language;
    }

    @GET
    @Authenticated
    public Response list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        Page<ProgrammeRow> page = programmes.list(Page.limit(limit), cursor);
        return Response.ok(page).build();
    }

    @POST
    @RolesAllowed({"OFFICER", "AUTHORITY", "SITUATION"})
    public Response make(@NotNull @Valid TaskCommands.NewProgramme command) {
        ProgrammeView made = programmes.make(command);
        return tagged(Response.created(URI.create("/api/v1/policy-programmes/" + made.number())), made);
    }

    @GET
    @Path("{number}")
    @Authenticated
    @Operation(summary = "A programme with its tasks, its owners and the matrix of its months")
    public Response get(String number) {
        return tagged(Response.ok(), programmes.get(number));
    }

    @GET
    @Path("{number}/export")
    @Authenticated
    @Produces(ProgrammeCsv.TYPE)
    @Operation(summary = "Every task and month as CSV; titles in the language asked for")
    public Response export(String number) {
        return Response.ok(programmes.csv(number, language.get()), ProgrammeCsv.TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + number + ".csv\"")
                .build();
    }

    @GET
    @Path("{number}/sheet")
    @Authenticated
    @Operation(summary = "What a review meeting looks at: a month of every task")
    public MeetingSheet sheet(String number, @QueryParam("month") @Nullable String month) {
        return programmes.sheet(number, month);
    }

    @PUT
    @Path("{number}/closure")
    @RolesAllowed({"OFFICER", "AUTHORITY", "SITUATION"})
    public Response close(String number, @NotNull @Valid TaskCommands.Reason said) {
        return tagged(Response.ok(), programmes.close(number, said));
    }

    @POST
    @Path("{number}/tasks")
    @RolesAllowed({"OFFICER", "AUTHORITY", "SITUATION"})
    public Response add(String number, @NotNull @Valid TaskCommands.NewTask command) {
        TaskView added = tasks.add(number, command);
        return tagged(
                Response.created(URI.create("/api/v1/policy-programmes/" + number + "/tasks/" + added.number())),
                added);
    }

    @GET
    @Path("{number}/tasks/{task}")
    @Authenticated
    public Response task(String number, int task) {
        return tagged(Response.ok(), tasks.get(number, task));
    }

    @PUT
    @Path("{number}/tasks/{task}/content")
    @RolesAllowed({"OFFICER", "AUTHORITY", "SITUATION"})
    public Response change(String number, int task, @NotNull @Valid TaskCommands.Content said) {
        return tagged(Response.ok(), tasks.change(number, task, said));
    }

    @PUT
    @Path("{number}/tasks/{task}/reports/{month}")
    @RolesAllowed("OFFICER")
    @Operation(summary = "The report of a month; put again it puts the former right, which is kept")
    public Response report(String number, int task, String month, @NotNull @Valid TaskCommands.Report said) {
        return tagged(Response.ok(), tasks.report(number, task, month, said));
    }

    @PUT
    @Path("{number}/tasks/{task}/reopening")
    @RolesAllowed({"OFFICER", "AUTHORITY", "SITUATION"})
    public Response reopen(String number, int task, @NotNull @Valid TaskCommands.Reason said) {
        return tagged(Response.ok(), tasks.reopen(number, task, said));
    }
}
