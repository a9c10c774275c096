package io.haetae.incident;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;

/** Acting on many incidents from their list, and what became of it. */
@Path("/incidents/bulk")
@Blocking
@Produces(MediaType.TEXT_HTML)
class BulkPages {

    private final BulkService bulk;
    private final IncidentPages pages;
    private final Forms forms;

    BulkPages(BulkService bulk, IncidentPages pages, Forms forms) {
        this.bulk = bulk;
        this.pages = pages;
        this.forms = forms;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response act(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.made(form, () -> carriedOut(form))
                .map(BulkPages::there)
                .orElseGet(() -> Response.status(422).entity(pages.list(form)).build());
    }

    private UUID carriedOut(Form form) {
        BulkCommand.Act act = form.one("act", BulkCommand.Act.class);
        form.need("numbers", "act", "reason").check();
        BulkCommand command =
                new BulkCommand(Objects.requireNonNull(act), form.values("numbers"), form.textOrEmpty("reason"));
        UUID id = bulk.begin(command);
        bulk.carryOut(id, command);
        return id;
    }

    @GET
    @Path("{id}")
    @Authenticated
    public TemplateInstance page(UUID id) {
        return IncidentTemplates.bulk(bulk.get(id), Form.blank());
    }

    @POST
    @Path("{id}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT"})
    public Response undo(UUID id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        if (forms.done(form, () -> {
            form.need("reason").check();
            bulk.undo(bulk.beginUndo(id, form.textOrEmpty("reason")), form.textOrEmpty("reason"));
        })) {
            return there(id);
        }
        return Response.status(422)
                .entity(IncidentTemplates.bulk(bulk.get(id), form))
                .build();
    }

    private static Response there(UUID id) {
        return Response.seeOther(URI.create("/incidents/bulk/" + id)).build();
    }
}
