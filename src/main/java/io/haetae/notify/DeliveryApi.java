package io.haetae.notify;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
class DeliveryApi {

    private static final String INCIDENT = "INCIDENT";

    private final Deliveries deliveries;
    private final CurrentActor actor;

    DeliveryApi(Deliveries deliveries, CurrentActor actor) {
        this.deliveries = deliveries;
        this.actor = actor;
    }

    @GET
    @Path("deliveries")
    @Authenticated
    public Page<DeliveryView> list(
            @QueryParam("incident") @Nullable String incident,
            @QueryParam("state") DeliveryView.@Nullable State state,
            @QueryParam("person") @Nullable UUID person,
            @QueryParam("channel") @Nullable Channel channel,
            @QueryParam("bundle") @Nullable UUID bundle,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String kind = incident == null ? null : INCIDENT;
        Deliveries.Filter filter = new Deliveries.Filter(kind, incident, state, person, channel, bundle);
        return deliveries.list(actor.get().scope(), filter, cursor, Page.limit(limit));
    }

    @GET
    @Path("deliveries/{id}")
    @Authenticated
    public DeliveryView get(UUID id) {
        return deliveries.get(id);
    }

    /** The reader's own messages in this service. */
    @GET
    @Path("inbox")
    @Authenticated
    public Page<DeliveryView> inbox(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        Deliveries.Filter own =
                new Deliveries.Filter(null, null, null, actor.get().id(), Channel.IN_APP, null);
        return deliveries.list(actor.get().scope(), own, cursor, Page.limit(limit));
    }

    @PUT
    @Path("deliveries/{id}/acknowledgement")
    @Authenticated
    public DeliveryView acknowledge(UUID id) {
        return deliveries.acknowledgeOwn(id);
    }

    @POST
    @Path("deliveries/{id}/resending")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response resend(UUID id) {
        DeliveryView again = deliveries.resend(id);
        return Response.created(URI.create("/api/v1/deliveries/" + again.id()))
                .entity(again)
                .build();
    }
}
