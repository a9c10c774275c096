package io.haetae.intake;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/alerts")
class AlertApi {

    private final AlertListService lists;
    private final QueueService queue;
    private final Severities severities;
    private final CurrentActor actor;

    AlertApi(AlertListService lists, QueueService queue, Severities severities, CurrentActor actor) {
        this.lists = lists;
        this.queue = queue;
        this.severities = severities;
        this.actor = actor;
    }

    record Query(
            @QueryParam("state") @Nullable AlertState state,
            @QueryParam("source") @Nullable String source,
            @QueryParam("system") @Nullable String system,
            @QueryParam("incident") @Nullable String incident,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {

        AlertFilter filter() {
            return new AlertFilter(state, text(source), text(system), text(incident));
        }

        private static @Nullable String text(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed.strip();
        }
    }

    @GET
    @Authenticated
    public Page<AlertView> list(@BeanParam Query query) {
        return lists.list(query.filter(), actor.get(), Page.limit(query.limit()), query.cursor());
    }

    /** The published table of severities. */
    @GET
    @Path("severities")
    @Authenticated
    public Map<String, List<Severities.Scheme>> severities() {
        return Map.of("items", severities.table());
    }

    @PUT
    @Path("{id}/system")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public QueueService.Assigned assign(UUID id, @NotNull @Valid QueueService.Assignment assignment) {
        return queue.assign(id, assignment);
    }

    @PUT
    @Path("{id}/dismissal")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public void dismiss(UUID id, @NotNull @Valid QueueService.Dismissal dismissal) {
        queue.dismiss(id, dismissal);
    }
}
