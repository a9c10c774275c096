package io.haetae.remedy;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/recommendations")
class RecommendationApi {

    private final RecommendationService recommendations;
    private final RecommendationListService lists;
    private final CurrentActor actor;

    RecommendationApi(RecommendationService recommendations, RecommendationListService lists, CurrentActor actor) {
        this.recommendations = recommendations;
        this.lists = lists;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public Response list(@BeanParam Query query) {
        Page<RecommendationRow> page =
                lists.list(actor.get().scope(), query.filter(), Page.limit(query.limit), query.cursor);
        return Response.ok(page).build();
    }

    @POST
    @RolesAllowed({"AUTHORITY", "SITUATION", "OFFICER"})
    public Response recommend(@NotNull @Valid NewRecommendation said) {
        RecommendationView made = recommendations.recommend(said);
        return tagged(Response.created(URI.create("/api/v1/recommendations/" + made.number())), made);
    }

    @GET
    @Path("{number}")
    @Authenticated
    public Response get(String number) {
        return tagged(Response.ok(), recommendations.get(number));
    }

    @PUT
    @Path("{number}/plan")
    @RolesAllowed("OFFICER")
    public Response plan(String number, @NotNull @Valid ActionPlan plan) {
        return tagged(Response.ok(), recommendations.plan(number, plan));
    }

    @PUT
    @Path("{number}/result")
    @RolesAllowed("OFFICER")
    public Response report(String number, @NotNull @Valid ActionResult result) {
        return tagged(Response.ok(), recommendations.report(number, result));
    }

    @PUT
    @Path("{number}/verification")
    @RolesAllowed({"AUTHORITY", "SITUATION", "OFFICER"})
    public Response verify(String number, @NotNull @Valid Verification said) {
        return tagged(Response.ok(), recommendations.verify(number, said));
    }

    @PUT
    @Path("{number}/withdrawal")
    @RolesAllowed({"AUTHORITY", "SITUATION", "OFFICER"})
    public Response withdraw(String number, @NotNull @Valid Withdrawal said) {
        return tagged(Response.ok(), recommendations.withdraw(number, said));
    }

    /** The query parameters of the list. */
    static class Query {

        @QueryParam("state")
        @Nullable
        RemedyState state;

        @QueryParam("basis")
        @Nullable
        Basis basis;

        @QueryParam("institution")
        @Nullable
        String institution;

        @QueryParam("open")
        boolean open;

        @QueryParam("overdue")
        boolean overdue;

        @QueryParam("subject")
        @Nullable
        String subject;

        @QueryParam("limit")
        @Nullable
        Integer limit;

        @QueryParam("cursor")
        @Nullable
        String cursor;

        RecommendationFilter filter() {
            return new RecommendationFilter(
                    state, basis, blankToNull(institution), open, overdue, blankToNull(subject));
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }
}
