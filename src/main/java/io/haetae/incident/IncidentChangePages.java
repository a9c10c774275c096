package io.haetae.incident;

import io.haetae.kernel.CurrentActor;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether planned work caused an incident; a part of the incident's page. */
@Path("/incidents/{number}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class IncidentChangePages {

    private final IncidentHints hints;
    private final CurrentActor actor;

    IncidentChangePages(IncidentHints hints, CurrentActor actor) {
        this.hints = hints;
        this.actor = actor;
    }

    @GET
    @Path("changes")
    @Authenticated
    public TemplateInstance changes(String number) {
        return IncidentTemplates.changes(number, hints.changes(number, actor.get()));
    }
}
