package io.haetae.crisis;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list of crises, and the form that opens one. */
@Path("/crises")
@Blocking
@Produces(MediaType.TEXT_HTML)
class CrisisListPages {

    private final CrisisService crises;
    private final CrisisReadService reading;
    private final OpenIncidents open;
    private final CurrentActor actor;
    private final Forms forms;
    private final Clock clock;

    CrisisListPages(
            CrisisService crises,
            CrisisReadService reading,
            OpenIncidents open,
            CurrentActor actor,
            Forms forms,
            Clock clock) {
        this.crises = crises;
        this.reading = reading;
        this.open = open;
        this.actor = actor;
        this.forms = forms;
        this.clock = clock;
    }

    @GET
    @Authenticated
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        return list(cursor, Form.blank());
    }

    private TemplateInstance list(@Nullable String cursor, Form form) {
        Actor reader = actor.get();
        Page<CrisisRow> page = reading.list(reader, null, Page.limit(null), cursor, clock.instant());
        boolean mayOpen = reader.hasAny(CrisisAccess.GROUP);
        return CrisisTemplates.list(page, mayOpen, mayOpen ? open.without(reader, Set.of()) : List.of(), form);
    }

    @POST
    @RolesAllowed({"HQ", "SITUATION"})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.made(form, () -> opened(form))
                .map(opened -> Response.seeOther(URI.create("/crisis/" + opened.number())))
                .orElseGet(() -> Response.status(422).entity(list(null, form)))
                .build();
    }

    private CrisisView opened(Form form) {
        form.need("title", "incidents").check();
        return crises.open(new NewCrisis(form.textOrEmpty("title"), form.values("incidents")));
    }
}
