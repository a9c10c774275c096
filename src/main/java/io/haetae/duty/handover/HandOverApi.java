package io.haetae.duty.handover;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** Shift hand-over: what is open, promised and due, signed by both. */
@Path("/api/v1/hand-overs")
class HandOverApi {

    private final HandOverReadService reading;
    private final HandOverBeginning beginning;
    private final HandOverService steps;

    HandOverApi(HandOverReadService reading, HandOverBeginning beginning, HandOverService steps) {
        this.reading = reading;
        this.beginning = beginning;
        this.steps = steps;
    }

    @GET
    @Authenticated
    public Page<HandOverRow> list(
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return reading.list(open, Page.limit(limit), cursor);
    }

    /** Begins one. What rooms have open, promised and due is gathered whenever its giver reads it, until he signs. */
    @POST
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response begin(@NotNull @Valid NewHandOver command) {
        HandOverView begun = beginning.begin(command);
        return tagged(Response.created(URI.create("/api/v1/hand-overs/" + begun.id())), begun);
    }

    @GET
    @Path("{id}")
    @Authenticated
    public Response get(UUID id) {
        return tagged(Response.ok(), reading.get(id));
    }

    /** What its giver adds: a remark on the shift, notes on single matters by their keys. */
    @PUT
    @Path("{id}/notes")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response write(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid HandOverNotes notes) {
        return tagged(Response.ok(), steps.write(id, IfMatch.version(ifMatch), notes));
    }

    /** Its giver signs what stands there now, its taker the edition he names; nobody signs for another. */
    @PUT
    @Path("{id}/signature")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response sign(UUID id, @NotNull @Valid HandOverSignature signature) {
        return tagged(Response.ok(), steps.sign(id, signature));
    }

    /** Its taker sends it back with a question. */
    @PUT
    @Path("{id}/question")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response ask(UUID id, @NotNull @Valid HandOverWords question) {
        return tagged(Response.ok(), steps.ask(id, question));
    }

    /** Its giver takes it back; it stays on record. */
    @PUT
    @Path("{id}/withdrawal")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response withdraw(UUID id, @NotNull @Valid HandOverWords why) {
        return tagged(Response.ok(), steps.withdraw(id, why));
    }
}
