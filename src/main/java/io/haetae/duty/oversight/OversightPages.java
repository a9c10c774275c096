package io.haetae.duty.oversight;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What is past its time without action. */
@Path("/oversight")
@Blocking
@Produces(MediaType.TEXT_HTML)
class OversightPages {

    private final OversightService oversight;

    OversightPages(OversightService oversight) {
        this.oversight = oversight;
    }

    @CheckedTemplate(basePath = "duty", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance oversight(Oversight known);

        static native TemplateInstance oversightAlert(Oversight known);
    }

    @GET
    @RolesAllowed({"SITUATION", "ADMIN", "AUDITOR"})
    public TemplateInstance show() {
        return Templates.oversight(oversight.read());
    }

    /** For the board: a warning if there is something to look at. */
    @GET
    @Path("alert")
    @RolesAllowed({"SITUATION", "ADMIN", "AUDITOR"})
    public TemplateInstance alert() {
        return Templates.oversightAlert(oversight.read());
    }
}
