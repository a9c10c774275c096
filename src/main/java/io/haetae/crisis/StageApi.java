package io.haetae.crisis;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/crises/{number}")
class StageApi {

    private final StageService stages;
    private final CrisisReadService reading;
    private final CurrentActor actor;
    private final Clock clock;

    StageApi(StageService stages, CrisisReadService reading, CurrentActor actor, Clock clock) {
        this.stages = stages;
        this.reading = reading;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Path("stages")
    @Authenticated
    public Page<StageView> list(String number, @QueryParam("asOf") @Nullable String asOf) {
        Instant time = AsOfQuery.time(asOf);
        return new Page<>(reading.stages(number, time, actor.get()), null);
    }

    @POST
    @Path("stages")
    @RolesAllowed("HQ")
    public Response decide(String number, @NotNull @Valid StageCommand command) {
        return Response.created(CrisisApi.at(number))
                .entity(stages.decide(number, command))
                .build();
    }

    @PUT
    @Path("stages/{id}/consultation")
    @RolesAllowed("HQ")
    public StageView consult(String number, UUID id, @NotNull @Valid Consulted consulted) {
        return stages.consult(number, id, consulted);
    }

    @GET
    @Path("recommendations")
    @Authenticated
    public Page<Recommendation> recommendations(String number) {
        return new Page<>(reading.recommended(number, actor.get()), null);
    }

    @POST
    @Path("observations")
    @RolesAllowed({"HQ", "SITUATION"})
    public Response observe(String number, @NotNull @Valid Observation seen) {
        return Response.created(CrisisApi.at(number))
                .entity(new Page<>(stages.observe(number, seen), null))
                .build();
    }

    @GET
    @Path("board")
    @Authenticated
    public Board board(String number, @QueryParam("asOf") @Nullable String asOf) {
        return reading.board(number, AsOfQuery.timeOr(asOf, clock.instant()), actor.get());
    }

    @GET
    @Path("board")
    @Authenticated
    @Produces("text/csv; charset=utf-8")
    public String sheet(String number, @QueryParam("asOf") @Nullable String asOf) {
        return BoardSheet.csv(reading.board(number, AsOfQuery.timeOr(asOf, clock.instant()), actor.get()));
    }
}
