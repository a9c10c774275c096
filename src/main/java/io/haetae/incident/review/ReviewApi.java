package io.haetae.incident.review;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.incident.review.ReviewCommands.Assignment;
import io.haetae.incident.review.ReviewCommands.Decision;
import io.haetae.incident.review.ReviewCommands.Order;
import io.haetae.incident.review.ReviewCommands.Submission;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/reviews")
class ReviewApi {

    private final ReviewService reviews;
    private final ReviewOrderService orders;
    private final ReviewListService lists;
    private final CurrentActor actor;

    ReviewApi(ReviewService reviews, ReviewOrderService orders, ReviewListService lists, CurrentActor actor) {
        this.reviews = reviews;
        this.orders = orders;
        this.lists = lists;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public Response list(@BeanParam Query query) {
        Page<ReviewRow> page = lists.list(actor.get(), query.filter(), Page.limit(query.limit), query.cursor);
        return Response.ok(page).build();
    }

    /** On order; the one there is when there is one already. */
    @POST
    @RolesAllowed({"OFFICER", "AUTHORITY", "SITUATION"})
    public Response order(@NotNull @Valid Order order) {
        ReviewOrderService.Ordered ordered = orders.order(order);
        URI location = URI.create("/api/v1/reviews/" + ordered.review().id());
        return tagged(
                ordered.opened() ? Response.created(location) : Response.ok().location(location), ordered.review());
    }

    @GET
    @Path("{id}")
    @Authenticated
    public Response get(UUID id) {
        return tagged(Response.ok(), reviews.get(id));
    }

    @PUT
    @Path("{id}/content")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response write(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Content content) {
        return tagged(Response.ok(), reviews.write(id, IfMatch.version(ifMatch), content));
    }

    @PUT
    @Path("{id}/assignment")
    @RolesAllowed("OFFICER")
    public Response assign(UUID id, @NotNull @Valid Assignment assignment) {
        return tagged(Response.ok(), orders.assign(id, assignment));
    }

    @PUT
    @Path("{id}/submission")
    @RolesAllowed("OFFICER")
    public Response submit(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Submission submission) {
        Integer version = ifMatch == null ? null : IfMatch.version(ifMatch);
        return tagged(Response.ok(), reviews.submit(id, version, submission));
    }

    @PUT
    @Path("{id}/decision")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response decide(UUID id, @NotNull @Valid Decision decision) {
        return tagged(Response.ok(), reviews.decide(id, decision));
    }

    /** The query parameters of the list. */
    static class Query {

        @QueryParam("state")
        @Nullable
        ReviewState state;

        @QueryParam("institution")
        @Nullable
        String institution;

        @QueryParam("incident")
        @Nullable
        String incident;

        @QueryParam("overdue")
        boolean overdue;

        @QueryParam("limit")
        @Nullable
        Integer limit;

        @QueryParam("cursor")
        @Nullable
        String cursor;

        ReviewFilter filter() {
            return new ReviewFilter(state, blankToNull(institution), blankToNull(incident), overdue);
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }
}
