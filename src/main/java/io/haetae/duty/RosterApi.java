package io.haetae.duty;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/rosters")
class RosterApi {

    private final RosterService rosters;
    private final RosterLists lists;
    private final CurrentActor actor;
    private final Clock clock;

    RosterApi(RosterService rosters, RosterLists lists, CurrentActor actor, Clock clock) {
        this.rosters = rosters;
        this.lists = lists;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Authenticated
    public Page<PostView> list(
            @QueryParam("institution") @Nullable String institution,
            @QueryParam("function") @Nullable DutyFunction function,
            @QueryParam("at") @Nullable String at,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        RosterLists.Filter filter = new RosterLists.Filter(institution, function, time(at), null);
        return lists.list(scope(), filter, cursor, Page.limit(limit));
    }

    /** Who would be called now, or at another time, function by function. */
    @GET
    @Path("on-duty")
    @Authenticated
    public Map<String, Object> onDuty(
            @QueryParam("institution") @NotNull String institution, @QueryParam("at") @Nullable String at) {
        Instant asked = time(at);
        Instant time = asked == null ? clock.instant() : asked;
        List<OnDuty> items = lists.onDuty(scope(), institution, time);
        return Map.of("at", time, "institution", institution, "items", items);
    }

    @POST
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response create(@NotNull @Valid NewPost command) {
        PostView created = rosters.create(command);
        return Response.created(URI.create("/api/v1/rosters/" + created.id()))
                .entity(created)
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({"ADMIN", "OFFICER"})
    public void end(UUID id) {
        rosters.end(id);
    }

    /** An administrator keeps every roster; everybody else reads what his institution reaches. */
    private Scope scope() {
        return actor.get().hasAny(Role.ADMIN) ? Scope.ALL : actor.get().scope();
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.field("/at", "wrong-format", text);
        }
    }
}
