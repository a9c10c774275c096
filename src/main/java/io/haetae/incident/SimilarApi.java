package io.haetae.incident;

import io.haetae.kernel.CurrentActor;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened before that is like this, and whether it is the same again. */
@Path("/api/v1/incidents/{number}")
class SimilarApi {

    private final SimilarService similar;
    private final RecurrenceService recurrence;
    private final CurrentActor actor;

    SimilarApi(SimilarService similar, RecurrenceService recurrence, CurrentActor actor) {
        this.similar = similar;
        this.recurrence = recurrence;
        this.actor = actor;
    }

    /** Of what kind the cause is. */
    record CauseCommand(
            @NotNull CauseKind kind,
            @Nullable @Size(max = 2_000) String note) {}

    @GET
    @Path("similar")
    @Authenticated
    public Map<String, List<SimilarIncident>> similar(String number) {
        return Map.of("items", similar.to(number, actor.get()));
    }

    /** Whether it is a repeated failure by the rules in force, and the recommendation that is proposed. */
    @GET
    @Path("recurrence")
    @Authenticated
    public RecurrenceView recurrence(String number) {
        return recurrence.of(number, actor.get());
    }

    /** Says of what kind the cause is. */
    @PUT
    @Path("cause")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public RecurrenceView classify(String number, @NotNull @Valid CauseCommand cause) {
        return recurrence.classify(number, cause.kind(), cause.note());
    }
}
