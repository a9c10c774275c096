package io.haetae.guidance;

import io.haetae.kernel.RequestLanguage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The public status for people. */
@Path("/status")
@Blocking
@PermitAll
class StatusPages {

    private final StatusService status;
    private final StatusWords words;
    private final RequestLanguage language;

    StatusPages(StatusService status, StatusWords words, RequestLanguage language) {
        this.status = status;
        this.words = words;
        this.language = language;
    }

    @CheckedTemplate(basePath = "guidance")
    static class Templates {
        static native TemplateInstance status(StatusBoard board, String overall);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page() {
        StatusBoard board = status.current();
        String overall = words.overall(board, language.get());
        return Response.ok(Templates.status(board, overall))
                .header("Cache-Control", status.cacheControl())
                .header("Vary", "Cookie")
                .build();
    }
}
