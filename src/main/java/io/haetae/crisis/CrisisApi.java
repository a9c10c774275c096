package io.haetae.crisis;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
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
import java.time.Clock;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/crises")
class CrisisApi {

    private final CrisisService crises;
    private final CrisisReadService reading;
    private final CurrentActor actor;
    private final Clock clock;

    CrisisApi(CrisisService crises, CrisisReadService reading, CurrentActor actor, Clock clock) {
        this.crises = crises;
        this.reading = reading;
        this.actor = actor;
        this.clock = clock;
    }

    record Addition(@NotBlank @Size(max = 40) String incident) {}

    record Removal(@NotBlank @Size(max = 2_000) String reason) {}

    record Closing(@Nullable @Size(max = 2_000) String note) {}

    @GET
    @Authenticated
    public Page<CrisisRow> list(
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return reading.list(actor.get(), open, Page.limit(limit), cursor, clock.instant());
    }

    @POST
    @RolesAllowed({"HQ", "SITUATION"})
    public Response open(@NotNull @Valid NewCrisis command) {
        CrisisView opened = crises.open(command);
        return Response.created(at(opened.number())).entity(opened).build();
    }

    @GET
    @Path("{number}")
    @Authenticated
    public CrisisView get(String number) {
        return reading.get(number, actor.get(), clock.instant());
    }

    @POST
    @Path("{number}/incidents")
    @RolesAllowed({"HQ", "SITUATION"})
    public Response addIncident(String number, @NotNull @Valid Addition addition) {
        return Response.created(at(number))
                .entity(crises.addIncident(number, addition.incident()))
                .build();
    }

    @DELETE
    @Path("{number}/incidents/{incident}")
    @RolesAllowed({"HQ", "SITUATION"})
    public CrisisView removeIncident(String number, String incident, @NotNull @Valid Removal removal) {
        return crises.removeIncident(number, incident, removal.reason());
    }

    @PUT
    @Path("{number}/closure")
    @RolesAllowed("HQ")
    public CrisisView close(String number, @NotNull @Valid Closing closing) {
        return crises.close(number, closing.note());
    }

    static URI at(String number) {
        return URI.create("/api/v1/crises/" + number);
    }
}
