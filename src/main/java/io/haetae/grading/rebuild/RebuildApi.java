package io.haetae.grading.rebuild;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Rebuilds of large-scale systems with their checklist. */
@Path("/api/v1/rebuilds")
class RebuildApi {

    private final RebuildService rebuilds;
    private final CurrentActor actor;

    RebuildApi(RebuildService rebuilds, CurrentActor actor) {
        this.rebuilds = rebuilds;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Operation(summary = "Rebuilds of systems in scope, the newest first")
    public Response list(@BeanParam Query query) {
        Page<RebuildRow> page = query.ask(rebuilds, actor);
        return Response.ok(page).build();
    }

    @POST
    @RolesAllowed("OFFICER")
    @Operation(summary = "Begins the record of a rebuild; one per system while it runs")
    public Response begin(@NotNull @Valid RebuildCommand command) {
        RebuildView begun = rebuilds.begin(command);
        return tagged(Response.created(URI.create("/api/v1/rebuilds/" + begun.number())), begun);
    }

    @GET
    @Path("{number}")
    @Authenticated
    @Operation(
            summary = "A rebuild: its phase, every item with answer and review, and what keeps it from the next phase")
    public Response get(String number) {
        return tagged(Response.ok(), rebuilds.get(number));
    }

    @PUT
    @Path("{number}/items/{item}/answer")
    @RolesAllowed("OFFICER")
    @Operation(summary = "Answers an item with reason and evidence")
    public Response answer(String number, String item, @NotNull @Valid ItemAnswer said) {
        return tagged(Response.ok(), rebuilds.answer(number, item, said));
    }

    @PUT
    @Path("{number}/items/{item}/review")
    @RolesAllowed("AUTHORITY")
    @Operation(summary = "Reviews the last answer of an item; a request for completion opens it again")
    public Response review(String number, String item, @NotNull @Valid ItemReview said) {
        return tagged(Response.ok(), rebuilds.review(number, item, said));
    }

    @PUT
    @Path("{number}/budget")
    @RolesAllowed("OFFICER")
    @Operation(summary = "Sets the budget, by which it is computed whether large companies may take part")
    public Response budget(String number, @NotNull @Valid RebuildCommand.Budget said) {
        return tagged(Response.ok(), rebuilds.budget(number, said));
    }

    @PUT
    @Path("{number}/phase")
    @RolesAllowed("OFFICER")
    @Operation(summary = "Enters the next phase or stops; 409 names every mandatory item that is open")
    public Response enter(String number, @NotNull @Valid RebuildCommand.Step said) {
        return tagged(Response.ok(), rebuilds.enter(number, said));
    }

    /** The query parameters of the list. */
    static class Query {

        @QueryParam("system")
        @Nullable
        String system;

        @QueryParam("institution")
        @Nullable
        String institution;

        @QueryParam("open")
        boolean open;

        @QueryParam("limit")
        @Nullable
        Integer limit;

        @QueryParam("cursor")
        @Nullable
        String cursor;

        Page<RebuildRow> ask(RebuildService rebuilds, CurrentActor actor) {
            return rebuilds.list(
                    actor.get().scope(),
                    blankToNull(system),
                    blankToNull(institution),
                    open,
                    Page.limit(limit),
                    cursor);
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }
}
