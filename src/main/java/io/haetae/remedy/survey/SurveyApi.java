package io.haetae.remedy.survey;

import static io.haetae.kernel.Versioned.tagged;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** 현황조사·점검. */
@Path("/api/v1/surveys")
class SurveyApi {

    private final SurveyService surveys;
    private final SurveyWorkService work;

    SurveyApi(SurveyService surveys, SurveyWorkService work) {
        this.surveys = surveys;
        this.work = work;
    }

    @GET
    @Authenticated
    public Response list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        Page<SurveyRow> page = surveys.list(Page.limit(limit), cursor);
        return Response.ok(page).build();
    }

    @POST
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    @Operation(summary = "Announces a survey two months before it begins, an urgent one at the latest the day before")
    public Response announce(@NotNull @Valid SurveyCommand command) {
        SurveyView announced = surveys.announce(command);
        return tagged(Response.created(URI.create("/api/v1/surveys/" + announced.number())), announced);
    }

    @GET
    @Path("{number}")
    @Authenticated
    public Response get(String number) {
        return tagged(Response.ok(), surveys.get(number));
    }

    @PUT
    @Path("{number}/institutions/{institution}/visit")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response visit(String number, String institution, @NotNull @Valid SurveyCommands.Visit said) {
        return tagged(Response.ok(), work.visit(number, institution, said));
    }

    @PUT
    @Path("{number}/institutions/{institution}/answers")
    @RolesAllowed("OFFICER")
    public Response answer(String number, String institution, @NotNull @Valid SurveyCommands.Answers said) {
        return tagged(Response.ok(), work.answer(number, institution, said));
    }

    @POST
    @Path("{number}/findings")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response find(String number, @NotNull @Valid SurveyCommands.Finding said) {
        return tagged(Response.status(Response.Status.CREATED), work.find(number, said));
    }

    @PUT
    @Path("{number}/findings/{finding}/recommendation")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    @Operation(summary = "Recommends after a finding: the plan is due within one month")
    public Response recommend(String number, int finding, @NotNull @Valid SurveyCommands.Recommending said) {
        return tagged(Response.ok(), work.recommend(number, finding, said));
    }

    @PUT
    @Path("{number}/closure")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response close(String number, @NotNull @Valid SurveyCommands.Ending said) {
        return tagged(Response.ok(), surveys.close(number, said));
    }

    @PUT
    @Path("{number}/cancellation")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response cancel(String number, @NotNull @Valid SurveyCommands.Ending said) {
        return tagged(Response.ok(), surveys.cancel(number, said));
    }
}
