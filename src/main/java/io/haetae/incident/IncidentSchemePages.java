package io.haetae.incident;

import io.haetae.kernel.CurrentActor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** An incident under every scheme for failure grades; the incident's page takes the table into itself. */
@Path("/incidents/{number}/schemes")
@Blocking
@Produces(MediaType.TEXT_HTML)
class IncidentSchemePages {

    private final IncidentSchemeService schemes;
    private final CurrentActor actor;

    IncidentSchemePages(IncidentSchemeService schemes, CurrentActor actor) {
        this.schemes = schemes;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "incident")
    static class Templates {
        static native TemplateInstance schemes(IncidentSchemeService.Comparison comparison);
    }

    @GET
    @Authenticated
    public TemplateInstance compare(String number) {
        return Templates.schemes(schemes.compare(number, actor.get()));
    }
}
