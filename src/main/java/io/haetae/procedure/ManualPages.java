package io.haetae.procedure;

import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Manuals to read and to print. */
@Path("/manuals")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ManualPages {

    private final ManualVersionService manuals;
    private final Texts texts;
    private final RequestLanguage language;

    ManualPages(ManualVersionService manuals, Texts texts, RequestLanguage language) {
        this.manuals = manuals;
        this.texts = texts;
        this.language = language;
    }

    @GET
    @Authenticated
    public TemplateInstance list() {
        return RunTemplates.manuals(manuals.list(null));
    }

    @GET
    @Path("{folder}/{manual}")
    @Authenticated
    public TemplateInstance manual(String folder, String manual) {
        return page(manuals.get(folder, manual));
    }

    @GET
    @Path("{folder}/{manual}/versions/{version}")
    @Authenticated
    public TemplateInstance version(String folder, String manual, String version) {
        return page(manuals.get(new ManualRef(folder, manual, version)));
    }

    private TemplateInstance page(ManualView manual) {
        return RunTemplates.manual(new ManualOnPage(manual, texts, language.get()));
    }
}
