package io.haetae.remedy.plan;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
import io.haetae.kernel.PostedFile;
import io.haetae.remedy.Parties;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** 장애관리계획 수립지침: issuing one, and which plans have come. */
@Path("/failure-plans")
@Blocking
@Produces(MediaType.TEXT_HTML)
class GuidelinePages {

    private final GuidelineService guidelines;
    private final PlanService plans;
    private final PlanFileService files;
    private final Parties parties;
    private final Forms forms;

    GuidelinePages(
            GuidelineService guidelines, PlanService plans, PlanFileService files, Parties parties, Forms forms) {
        this.guidelines = guidelines;
        this.plans = plans;
        this.files = files;
        this.parties = parties;
        this.forms = forms;
    }

    @GET
    @Authenticated
    public TemplateInstance list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return list(guidelines.list(Page.limit(limit), cursor), Form.blank());
    }

    private TemplateInstance list(Page<GuidelineView> page, Form form) {
        return PlanTemplates.list(page, plans.mine(), !parties.leading().isEmpty(), form);
    }

    @POST
    @Path("guidelines")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response issue(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.made(form, () -> guidelines.issue(command(form)))
                .map(issued -> Response.seeOther(URI.create("/failure-plans/guidelines/" + issued.number())))
                .orElseGet(() -> Response.status(422).entity(list(guidelines.list(Page.limit(null), null), form)))
                .build();
    }

    private static GuidelineCommand command(Form form) {
        LocalDate issuedOn = form.date("issuedOn");
        form.check();
        return new GuidelineCommand(
                form.textOrEmpty("title"),
                form.textOrEmpty("text"),
                issuedOn,
                form.text("documentNumber"),
                Stream.of(form.textOrEmpty("institutions").split("[\\s,]+"))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                form.flag("exercise"));
    }

    @GET
    @Path("guidelines/{number}")
    @Authenticated
    public TemplateInstance guideline(String number, @BeanParam PlanApi.Query query, @Context UriInfo uri) {
        return page(number, query, Form.of(uri.getQueryParameters()), Form.blank());
    }

    @POST
    @Path("guidelines/{number}/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response attach(String number, @RestForm("file") @Nullable FileUpload file) {
        Form form = Form.blank();
        if (forms.done(form, () -> files.addToGuideline(number, PostedFile.name(file), PostedFile.content(file)))) {
            return Response.seeOther(URI.create("/failure-plans/guidelines/" + number))
                    .build();
        }
        return Response.status(422)
                .entity(page(number, new PlanApi.Query(), Form.blank(), form))
                .build();
    }

    private TemplateInstance page(String number, PlanApi.Query query, Form filter, Form form) {
        GuidelineView guideline = guidelines.get(number);
        PlanFilter of = query.filter();
        Page<PlanRow> rows = plans.list(
                new PlanFilter(number, of.state(), of.institution(), of.overdue()),
                Page.limit(query.limit),
                query.cursor);
        return PlanTemplates.guideline(guideline, rows, parties.leads(guideline.authority()), filter, form)
                .data("exercise", guideline.exercise());
    }
}
