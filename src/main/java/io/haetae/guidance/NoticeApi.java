package io.haetae.guidance;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/notices")
class NoticeApi {

    private final NoticeService notices;
    private final CurrentActor actor;

    NoticeApi(NoticeService notices, CurrentActor actor) {
        this.notices = notices;
        this.actor = actor;
    }

    record Nothing() {}

    record WithdrawCommand(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @Authenticated
    public Page<NoticeView> list(
            @QueryParam("activation") @Nullable UUID activation,
            @QueryParam("state") @Nullable NoticeState state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return notices.list(actor.get(), activation, state, Page.limit(limit), cursor);
    }

    @POST
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER", "HQ"})
    public Response draft(@NotNull @Valid NoticeCommand command) {
        NoticeView drafted = notices.draft(command);
        return Response.created(URI.create("/api/v1/notices/" + drafted.id()))
                .entity(drafted)
                .build();
    }

    @GET
    @Path("{id}")
    @Authenticated
    public NoticeView get(UUID id) {
        return notices.get(id, actor.get());
    }

    @PUT
    @Path("{id}/text")
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER", "HQ"})
    public NoticeView write(UUID id, @NotNull @Valid NoticeText text) {
        return notices.write(id, text);
    }

    @PUT
    @Path("{id}/approval")
    @RolesAllowed({"OFFICER", "HQ"})
    public NoticeView approve(UUID id, @NotNull Nothing nothing) {
        return notices.approve(id);
    }

    @PUT
    @Path("{id}/publication")
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER", "HQ"})
    public NoticeView publish(UUID id, @NotNull Nothing nothing) {
        return notices.publish(id);
    }

    @PUT
    @Path("{id}/withdrawal")
    @RolesAllowed({"OPERATOR", "SITUATION", "OFFICER", "HQ"})
    public NoticeView withdraw(UUID id, @NotNull @Valid WithdrawCommand command) {
        return notices.withdraw(id, command.reason());
    }
}
