package io.haetae.web;

import io.haetae.kernel.Form;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;

/** A storm at one look: what came when, what is late, what caused what, and who was told by one summary. */
@Path("/storm")
@Blocking
@Produces(MediaType.TEXT_HTML)
class StormPages {

    private final StormService storms;
    private final PageTemplates templates;

    StormPages(StormService storms, PageTemplates templates) {
        this.storms = storms;
        this.templates = templates;
    }

    /** The latest storm, or all that came since the time in {@code since}, local to Seoul. */
    @GET
    @Authenticated
    public TemplateInstance show(@Context UriInfo uri) {
        Form asked = Form.of(uri.getQueryParameters());
        Instant since = asked.time("since");
        asked.check();
        return templates.storm(storms.sheet(since), asked);
    }
}
