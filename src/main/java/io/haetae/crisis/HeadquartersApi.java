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
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;

@Path("/api/v1/crises/{number}/headquarters")
class HeadquartersApi {

    private final HeadquartersService headquarters;
    private final CrisisReadService reading;
    private final CurrentActor actor;
    private final Clock clock;

    HeadquartersApi(HeadquartersService headquarters, CrisisReadService reading, CurrentActor actor, Clock clock) {
        this.headquarters = headquarters;
        this.reading = reading;
        this.actor = actor;
        this.clock = clock;
    }

    @GET
    @Authenticated
    public Page<HeadquartersView> list(String number) {
        return new Page<>(reading.get(number, actor.get(), clock.instant()).headquarters(), null);
    }

    @POST
    @RolesAllowed("HQ")
    public Response setUp(String number, @NotNull @Valid HeadquartersCommand command) {
        return Response.created(CrisisApi.at(number))
                .entity(headquarters.setUp(number, command))
                .build();
    }

    @PUT
    @Path("{id}/dissolution")
    @RolesAllowed("HQ")
    public HeadquartersView dissolve(String number, UUID id, @NotNull @Valid Dissolution command) {
        return headquarters.dissolve(number, id, command);
    }

    @POST
    @Path("{id}/posts")
    @RolesAllowed("HQ")
    public Response post(String number, UUID id, @NotNull @Valid PostCommand command) {
        return Response.created(CrisisApi.at(number))
                .entity(headquarters.post(number, id, command))
                .build();
    }

    @PUT
    @Path("{id}/posts/{post}/handover")
    @RolesAllowed("HQ")
    public HeadquartersView handOver(String number, UUID id, UUID post, @NotNull @Valid HandOver to) {
        return headquarters.handOver(number, id, post, to);
    }
}
