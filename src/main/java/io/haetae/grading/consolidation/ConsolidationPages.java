package io.haetae.grading.consolidation;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
import io.haetae.kernel.PostedFile;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** 통합·폐지 검토: candidates, one of them, and the facts of many systems from a file. */
@Path("/grading/consolidation")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ConsolidationPages {

    private final CandidateService candidates;
    private final UseImportService imports;
    private final CurrentActor actor;
    private final Forms forms;
    private final Texts texts;
    private final RequestLanguage language;

    ConsolidationPages(
            CandidateService candidates,
            UseImportService imports,
            CurrentActor actor,
            Forms forms,
            Texts texts,
            RequestLanguage language) {
        this.candidates = candidates;
        this.imports = imports;
        this.actor = actor;
        this.forms = forms;
        this.texts = texts;
        this.language = language;
    }

    @GET
    @Authenticated
    public TemplateInstance list(@BeanParam ConsolidationApi.Query query, @Context UriInfo uri) {
        CandidateFilter filter = query.filter(candidates.usualYear());
        CandidateList list = candidates.list(actor.get().scope(), filter, Page.limit(query.limit), query.cursor);
        Form form = Form.of(uri.getQueryParameters())
                .put("year", filter.year())
                .put("candidate", Objects.requireNonNullElse(filter.candidate(), ConsolidationApi.Query.ALL));
        String asked = uri.getRequestUri().getRawQuery();
        return ConsolidationTemplates.candidates(
                list,
                form,
                "/grading/consolidation/export" + (asked == null ? "" : "?" + asked),
                actor.get().hasAny(Role.OFFICER, Role.OPERATOR),
                actor.get().hasAny(Role.AUTHORITY) ? links() : null);
    }

    /** The whole table for a spreadsheet; a link cannot ask for it by its header. */
    @GET
    @Path("export")
    @Authenticated
    @Produces(CandidateCsv.TYPE)
    public Response export(@BeanParam ConsolidationApi.Query query) {
        CandidateFilter filter = query.filter(candidates.usualYear());
        return Response.ok(
                        CandidateCsv.write(candidates.export(actor.get().scope(), filter), language.get()),
                        CandidateCsv.TYPE)
                .header("Content-Disposition", "attachment; filename=\"consolidation-" + filter.year() + ".csv\"")
                .build();
    }

    @GET
    @Path("import")
    @RolesAllowed({"OFFICER", "OPERATOR"})
    public TemplateInstance form() {
        return facts(null, Form.blank());
    }

    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({"OFFICER", "OPERATOR"})
    public Response bring(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm @Nullable String dryRun,
            @RestForm @Nullable String partial) {
        Form form = Form.blank().put("partial", partial);
        return forms.made(
                        form,
                        () -> imports.bring(PostedFile.content(file), "true".equals(dryRun), form.flag("partial")))
                .map(report -> Response.status(report.held() ? 422 : 200).entity(facts(report, form)))
                .orElseGet(() -> Response.status(422).entity(facts(null, form)))
                .build();
    }

    @GET
    @Path("{code}")
    @Authenticated
    public TemplateInstance show(String code, @QueryParam("year") @Nullable Integer year) {
        int asked = ConsolidationApi.year(year, candidates.usualYear());
        CandidateSheet sheet = candidates.of(code, asked);
        return ConsolidationTemplates.candidate(
                sheet, Form.blank().put("year", asked), sheet.mayRecommend() ? links() : null);
    }

    private RecommendationLinks links() {
        return new RecommendationLinks(texts, language.get());
    }

    private static TemplateInstance facts(@Nullable UseReport report, Form form) {
        return ConsolidationTemplates.facts(report, form, UseTable.Column.all());
    }
}
