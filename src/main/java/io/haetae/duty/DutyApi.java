package io.haetae.duty;

import io.haetae.kernel.CurrentActor;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What concerns the acting person's own duty, and whether call-outs would reach anybody. */
@Path("/api/v1/duty")
class DutyApi {

    private final SwapService swaps;
    private final StandInService standIns;
    private final MyShifts mine;
    private final FeedService feeds;
    private final ReadinessService readiness;
    private final RosterLists lists;
    private final CurrentActor actor;

    DutyApi(
            SwapService swaps,
            StandInService standIns,
            MyShifts mine,
            FeedService feeds,
            ReadinessService readiness,
            RosterLists lists,
            CurrentActor actor) {
        this.swaps = swaps;
        this.standIns = standIns;
        this.mine = mine;
        this.feeds = feeds;
        this.readiness = readiness;
        this.lists = lists;
        this.actor = actor;
    }

    /** The reader's own shifts of the next four weeks. */
    @GET
    @Path("shifts")
    @Authenticated
    public Map<String, List<MyShifts.Mine>> shifts() {
        return Map.of("items", mine.coming(28));
    }

    /** Swaps that the reader asked for or was asked. */
    @GET
    @Path("swaps")
    @Authenticated
    public Map<String, List<SwapView>> swaps() {
        return Map.of("items", swaps.mine());
    }

    @PUT
    @Path("swaps/{id}/answer")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public SwapView answer(UUID id, @NotNull @Valid SwapAnswer answer) {
        return swaps.answer(id, answer);
    }

    @DELETE
    @Path("swaps/{id}")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public void withdraw(UUID id) {
        swaps.withdraw(id);
    }

    /** The reader's own absences. */
    @GET
    @Path("absences")
    @Authenticated
    public Map<String, List<AbsenceView>> absences() {
        return Map.of("items", mine.absences());
    }

    @POST
    @Path("absences")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
    public Response absent(@NotNull @Valid NewAbsence command) {
        AbsenceView made = standIns.absent(command);
        return Response.created(URI.create("/api/v1/duty/absences/" + made.id()))
                .entity(made)
                .build();
    }

    @DELETE
    @Path("absences/{id}")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
    public void back(UUID id) {
        standIns.back(id);
    }

    /** Makes the secret address of the reader's calendar anew; the former one is void. */
    @POST
    @Path("feed")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response feed() {
        return Response.status(Response.Status.CREATED).entity(feeds.create()).build();
    }

    @DELETE
    @Path("feed")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public void endFeed() {
        feeds.end();
    }

    /** Levels of call-outs that would not reach anybody, as they were last looked at. */
    @GET
    @Path("readiness")
    @Authenticated
    public Map<String, List<UnreadyLevel>> readiness(@QueryParam("institution") @Nullable String institution) {
        return Map.of("items", readiness.known(lists.scope(actor.get()), institution));
    }

    /** Looks now. */
    @POST
    @Path("readiness")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ", "ADMIN"})
    public Map<String, List<UnreadyLevel>> look(@NotNull @Valid Look look) {
        return Map.of("items", readiness.check(lists.scope(actor.get()), look.institution()));
    }

    /**
     * Where to look.
     *
     * @param institution code of the institution
     */
    public record Look(@NotBlank @Size(max = 40) String institution) {}
}
