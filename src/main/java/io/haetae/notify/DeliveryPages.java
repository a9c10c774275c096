package io.haetae.notify;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who was reached, who was not, and why. */
@Path("/deliveries")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DeliveryPages {

    private static final String INCIDENT = "INCIDENT";

    private final Deliveries deliveries;
    private final CurrentActor actor;

    DeliveryPages(Deliveries deliveries, CurrentActor actor) {
        this.deliveries = deliveries;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        static native TemplateInstance deliveries(Page<DeliveryView> deliveries, Form form);
    }

    @GET
    @Authenticated
    public TemplateInstance list(
            @QueryParam("incident") @Nullable String incident,
            @QueryParam("state") @Nullable String state,
            @QueryParam("mine") @Nullable String mine,
            @QueryParam("bundle") @Nullable UUID bundle,
            @QueryParam("cursor") @Nullable String cursor) {
        Form form = Form.blank()
                .put("incident", incident)
                .put("state", state)
                .put("mine", mine)
                .put("bundle", bundle);
        String number = form.text("incident");
        Deliveries.Filter filter = new Deliveries.Filter(
                number == null ? null : INCIDENT,
                number,
                form.one("state", DeliveryView.State.class),
                form.flag("mine") ? actor.get().id() : null,
                null,
                bundle);
        form.check();
        return Templates.deliveries(deliveries.list(actor.get().scope(), filter, cursor, Page.limit(null)), form);
    }

    @POST
    @Path("{id}/resending")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response resend(UUID id) {
        return back(deliveries.resend(id));
    }

    @POST
    @Path("{id}/acknowledgement")
    @Authenticated
    public Response acknowledge(UUID id) {
        return back(deliveries.acknowledgeOwn(id));
    }

    private static Response back(DeliveryView about) {
        UriBuilder list = UriBuilder.fromPath("/deliveries");
        if (about.subject().kind().equals(INCIDENT)) {
            list.queryParam("incident", about.subject().id());
        }
        return Response.seeOther(list.build()).build();
    }
}
