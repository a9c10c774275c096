package io.haetae.grading.designation;

import io.haetae.grading.designation.DesignationRow.Standing;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** 주요 정보시스템: which they are and which are due for a decision. */
@Path("/designations")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DesignationListPages {

    private final DesignationService designations;

    DesignationListPages(DesignationService designations) {
        this.designations = designations;
    }

    @CheckedTemplate(basePath = "grading/designation")
    static class Templates {
        static native TemplateInstance designations(Page<DesignationRow> page, Form form);
    }

    @GET
    @Authenticated
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        Form form = Form.of(uri.getQueryParameters());
        Standing standing = form.one("standing", Standing.class);
        form.check();
        return Templates.designations(
                designations.list(standing, form.text("institution"), Page.limit(null), cursor), form);
    }
}
