package io.haetae.change;

import static io.haetae.kernel.Versioned.tagged;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/maintenance-windows")
class WindowApi {

    private static final Duration AHEAD = Duration.ofDays(35);

    /** Nothing is planned beyond these years, and far beyond them the database knows no times. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2999;

    private final WindowService windows;
    private final ChangeListService lists;
    private final CurrentActor actor;
    private final Clock clock;

    WindowApi(WindowService windows, ChangeListService lists, CurrentActor actor, Clock clock) {
        this.windows = windows;
        this.lists = lists;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Authenticated
    @Operation(summary = "Occurrences of windows between two times; the next five weeks when left out")
    public Map<String, List<WindowRow>> calendar(
            @QueryParam("system") @Nullable String system,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until) {
        Instant begin = from == null ? clock.instant() : time("/from", from);
        Instant end = until == null ? begin.plus(AHEAD) : time("/until", until);
        return Map.of("items", lists.calendar(actor.get().scope(), system, begin, end));
    }

    @POST
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response plan(@NotNull @Valid WindowCommand said) {
        WindowView made = windows.plan(said);
        return tagged(Response.created(URI.create("/api/v1/maintenance-windows/" + made.id())), made);
    }

    @GET
    @Path("{id}")
    @Authenticated
    public Response get(UUID id) {
        return tagged(Response.ok(), windows.get(id));
    }

    @PUT
    @Path("{id}/approval")
    @RolesAllowed("OFFICER")
    public Response approve(UUID id) {
        return tagged(Response.ok(), windows.approve(id));
    }

    @PUT
    @Path("{id}/end")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    public Response end(UUID id, @NotNull @Valid Remark why) {
        return tagged(Response.ok(), windows.end(id, why));
    }

    @POST
    @Path("{id}/extensions")
    @RolesAllowed({"OPERATOR", "OFFICER"})
    @Operation(summary = "The time after an approved window, as a window of its own that somebody else has to approve")
    public Response extend(UUID id, @NotNull @Valid WindowExtension longer) {
        WindowView made = windows.extend(id, longer);
        return tagged(Response.created(URI.create("/api/v1/maintenance-windows/" + made.id())), made);
    }

    private static Instant time(String pointer, String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
                throw Refusal.field(pointer, "not-a-time", text);
            }
            return time.toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.field(pointer, "not-a-time", text);
        }
    }
}
