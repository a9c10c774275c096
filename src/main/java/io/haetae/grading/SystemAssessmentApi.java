package io.haetae.grading;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.CurrentActor;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

@Path("/api/v1/systems/{code}/assessments")
class SystemAssessmentApi {

    private final AssessmentService assessments;
    private final AssessmentListService lists;
    private final CurrentActor actor;

    SystemAssessmentApi(AssessmentService assessments, AssessmentListService lists, CurrentActor actor) {
        this.assessments = assessments;
        this.lists = lists;
        this.actor = actor;
    }

    @POST
    @Authenticated
    public Response draft(String code, @NotNull @Valid FactsCommand command) {
        AssessmentView drafted = assessments.draft(code, command);
        URI location = URI.create("/api/v1/assessments/" + drafted.id());
        return tagged(Response.created(location), drafted);
    }

    @GET
    @Authenticated
    public Response list(String code, @BeanParam AssessmentApi.Query query) {
        assessments.system(code);
        return Response.ok(lists.list(actor.get().scope(), query.filter(code), query.limit(), query.cursor))
                .build();
    }
}
