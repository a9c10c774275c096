package io.haetae.grading;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assessments. The service says who may take a step, since officers hand theirs over to people of other roles. */
@Path("/api/v1/assessments")
class AssessmentApi {

    private final AssessmentService assessments;
    private final DecisionService decisions;
    private final AssessmentListService lists;
    private final CurrentActor actor;

    AssessmentApi(
            AssessmentService assessments, DecisionService decisions, AssessmentListService lists, CurrentActor actor) {
        this.assessments = assessments;
        this.decisions = decisions;
        this.lists = lists;
        this.actor = actor;
    }

    /** A body that says nothing: the step itself is the word. */
    record Nothing() {}

    @GET
    @Authenticated
    public Response list(@BeanParam Query query) {
        return Response.ok(lists.list(actor.get().scope(), query.filter(query.system()), query.limit(), query.cursor))
                .build();
    }

    @GET
    @Path("{id}")
    @Authenticated
    public Response get(UUID id) {
        return tagged(Response.ok(), assessments.get(id));
    }

    @PUT
    @Path("{id}/facts")
    @Authenticated
    public Response correct(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid FactsCommand command) {
        return tagged(Response.ok(), assessments.correct(id, IfMatch.version(ifMatch), command));
    }

    @PUT
    @Path("{id}/submission")
    @Authenticated
    public Response submit(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull Nothing body) {
        return tagged(Response.ok(), assessments.submit(id, versionOrNull(ifMatch)));
    }

    @PUT
    @Path("{id}/decision")
    @Authenticated
    public Response decide(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid DecisionCommand command) {
        return tagged(Response.ok(), decisions.decide(id, versionOrNull(ifMatch), command));
    }

    @PUT
    @Path("{id}/appeal")
    @Authenticated
    public Response appeal(UUID id, @NotNull @Valid AssessmentService.Reason command) {
        return tagged(Response.ok(), assessments.appeal(id, command));
    }

    private static @Nullable Integer versionOrNull(@Nullable String ifMatch) {
        return ifMatch == null ? null : IfMatch.version(ifMatch);
    }

    /** The query parameters of the list. */
    static class Query {

        @QueryParam("state")
        @Nullable
        AssessmentState state;

        @QueryParam("institution")
        @Nullable
        String institution;

        @QueryParam("system")
        @Nullable
        String system;

        @QueryParam("task")
        AssessmentFilter.@Nullable Task task;

        @QueryParam("limit")
        @Nullable
        Integer limit;

        @QueryParam("cursor")
        @Nullable
        String cursor;

        /** The owner asked for; a form sends an empty one when none was chosen. */
        @Nullable
        String institution() {
            return blankToNull(institution);
        }

        @Nullable
        String system() {
            return blankToNull(system);
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        int limit() {
            return Page.limit(limit);
        }

        AssessmentFilter filter(@Nullable String ofSystem) {
            return new AssessmentFilter(state, institution(), ofSystem, task);
        }
    }
}
