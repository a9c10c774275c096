package io.haetae.change;

import static io.haetae.kernel.Versioned.tagged;

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
import org.jspecify.annotations.Nullable;

@Path("/api/v1/changes")
class ChangeApi {

    private final ChangeService changes;
    private final ChangeListService lists;
    private final CurrentActor actor;

    ChangeApi(ChangeService changes, ChangeListService lists, CurrentActor actor) {
        this.changes = changes;
        this.lists = lists;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public Response list(@BeanParam Query query) {
        Page<ChangeRow> page = lists.list(actor.get().scope(), query.filter(), Page.limit(query.limit), query.cursor);
        return Response.ok(page).build();
    }

    @POST
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response request(@NotNull @Valid ChangeCommand said) {
        ChangeView made = changes.request(said);
        return tagged(Response.created(URI.create("/api/v1/changes/" + made.number())), made);
    }

    @GET
    @Path("{number}")
    @Authenticated
    public Response get(String number) {
        return tagged(Response.ok(), changes.get(number));
    }

    @PUT
    @Path("{number}/content")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response rewrite(
            String number, @HeaderParam("If-Match") @Nullable String edited, @NotNull @Valid ChangeCommand said) {
        return tagged(Response.ok(), changes.rewrite(number, said, IfMatch.version(edited)));
    }

    @PUT
    @Path("{number}/approval")
    @RolesAllowed("OFFICER")
    public Response approve(String number) {
        return tagged(Response.ok(), changes.approve(number));
    }

    @PUT
    @Path("{number}/refusal")
    @RolesAllowed("OFFICER")
    public Response refuse(String number, @NotNull @Valid Remark why) {
        return tagged(Response.ok(), changes.refuse(number, why));
    }

    @PUT
    @Path("{number}/beginning")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response begin(String number) {
        return tagged(Response.ok(), changes.begin(number));
    }

    @PUT
    @Path("{number}/completion")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response complete(String number, @NotNull @Valid Remark result) {
        return tagged(Response.ok(), changes.complete(number, result));
    }

    @PUT
    @Path("{number}/roll-back")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response rollBack(String number, @NotNull @Valid Remark why) {
        return tagged(Response.ok(), changes.rollBack(number, why));
    }

    @PUT
    @Path("{number}/cancellation")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response cancel(String number, @NotNull @Valid Remark why) {
        return tagged(Response.ok(), changes.cancel(number, why));
    }

    /** The query parameters of the list. */
    static class Query {

        @QueryParam("state")
        @Nullable
        ChangeState state;

        @QueryParam("system")
        @Nullable
        String system;

        @QueryParam("q")
        @Nullable
        String q;

        @QueryParam("open")
        boolean open;

        @QueryParam("limit")
        @Nullable
        Integer limit;

        @QueryParam("cursor")
        @Nullable
        String cursor;

        ChangeListService.Filter filter() {
            return new ChangeListService.Filter(state, blankToNull(system), blankToNull(q), open);
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }
}
