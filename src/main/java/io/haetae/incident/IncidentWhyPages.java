package io.haetae.incident;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Why somebody was told of an incident, or was not. */
@Path("/incidents/{number}/why")
@Blocking
@Produces(MediaType.TEXT_HTML)
class IncidentWhyPages {

    private final IncidentWhyService reasons;
    private final CurrentActor actor;

    IncidentWhyPages(IncidentWhyService reasons, CurrentActor actor) {
        this.reasons = reasons;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "incident")
    static class Templates {
        static native TemplateInstance why(IncidentWhyService.Why why, Form form);
    }

    @GET
    @Authenticated
    public TemplateInstance why(String number, @QueryParam("person") @Nullable String person) {
        IncidentWhyService.Why why = reasons.why(number, actor.get(), person);
        return Templates.why(why, Form.blank().put("person", why.person()));
    }
}
