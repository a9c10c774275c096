package io.haetae.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the keys do and what the signs mean. */
@Path("/help")
@Blocking
@Produces(MediaType.TEXT_HTML)
class HelpPages {

    private final PageTemplates templates;

    HelpPages(PageTemplates templates) {
        this.templates = templates;
    }

    @GET
    @PermitAll
    public TemplateInstance help() {
        return templates.help();
    }
}
