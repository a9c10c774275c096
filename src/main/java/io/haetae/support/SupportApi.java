package io.haetae.support;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/support-requests")
class SupportApi {

    private final SupportService requests;
    private final SupportListService lists;
    private final CurrentActor actor;

    SupportApi(SupportService requests, SupportListService lists, CurrentActor actor) {
        this.requests = requests;
        this.lists = lists;
        this.actor = actor;
    }

    @GET
    @Authenticated
    @Operation(summary = "Support requests, newest first")
    public Response list(@BeanParam Query query) {
        Page<SupportRow> page = lists.list(actor.get(), query.filter(), Page.limit(query.limit), query.cursor);
        return Response.ok(page).build();
    }

    @POST
    @RolesAllowed({"OPERATOR", "OFFICER", "SUPPORT"})
    @Operation(
            summary = "Asks the support team for help with a system that is not housed in NIRS; of the team: offers it",
            description = "The other side answers. One request is open for a system in an incident.")
    public Response ask(@NotNull @Valid SupportCommand said) {
        SupportView made = requests.ask(said);
        return tagged(Response.created(URI.create("/api/v1/support-requests/" + made.number())), made);
    }

    @GET
    @Path("{number}")
    @Authenticated
    @Operation(summary = "A support request with its steps and the people who are sent")
    public Response get(String number) {
        return tagged(Response.ok(), requests.get(number));
    }

    @PUT
    @Path("{number}/{step}")
    @RolesAllowed({"OPERATOR", "OFFICER", "SUPPORT"})
    @Operation(
            summary =
                    "Takes a step: acceptance, refusal, withdrawal, assignment, departure, arrival, hand-over, return,"
                            + " ending",
            description =
                    "The request says under \"allowed\" which of them the reader may put now. From the assignment until"
                            + " the return, those named in \"people\" reach the system and its incidents like its own people."
                            + " The assignment names all who are sent from now on, so it needs If-Match; the other steps"
                            + " check it when it is there.")
    public Response take(
            String number,
            String step,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid StepCommand said) {
        Integer version = ifMatch == null ? null : IfMatch.version(ifMatch);
        return tagged(Response.ok(), requests.take(number, step, version, said));
    }

    /** The query parameters of the list. */
    static class Query {

        @QueryParam("state")
        @Nullable
        SupportState state;

        @QueryParam("system")
        @Nullable
        String system;

        @QueryParam("incident")
        @Nullable
        String incident;

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

        SupportListService.Filter filter() {
            return new SupportListService.Filter(
                    state, blankToNull(system), blankToNull(incident), blankToNull(institution), open);
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }
}
