package io.haetae.grading.campaign;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
import io.haetae.kernel.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Full reviews: opening one, how far it has come, exceptions. */
@Path("/campaigns")
@Blocking
@Produces(MediaType.TEXT_HTML)
class CampaignPages {

    private final CampaignService campaigns;
    private final ExceptionService exceptions;
    private final CurrentActor actor;
    private final Forms forms;

    CampaignPages(CampaignService campaigns, ExceptionService exceptions, CurrentActor actor, Forms forms) {
        this.campaigns = campaigns;
        this.exceptions = exceptions;
        this.actor = actor;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "grading/campaign")
    static class Templates {

        static native TemplateInstance list(Page<CampaignRow> page, Form form);

        /**
         * One review.
         *
         * @param mine whether the reader acts for its authority
         */
        static native TemplateInstance campaign(
                CampaignView campaign, List<ExceptionView> exceptions, boolean mine, Form form);
    }

    @GET
    @Authenticated
    public TemplateInstance list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return Templates.list(campaigns.list(Page.limit(limit), cursor), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("AUTHORITY")
    public Response open(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.made(form, () -> campaigns.open(command(form)))
                .map(opened -> Response.seeOther(URI.create("/campaigns/" + opened.number())))
                .orElseGet(
                        () -> Response.status(422).entity(Templates.list(campaigns.list(Page.limit(null), null), form)))
                .build();
    }

    private static CampaignCommand command(Form form) {
        Instant due = form.time("dueAt");
        form.need("title", "dueAt").check();
        List<String> institutions = Stream.of(form.textOrEmpty("institutions").split("[\\s,]+"))
                .filter(code -> !code.isEmpty())
                .toList();
        return new CampaignCommand(form.textOrEmpty("title"), null, Objects.requireNonNull(due), institutions);
    }

    @GET
    @Path("{number}")
    @Authenticated
    public TemplateInstance campaign(String number) {
        return page(number, Form.blank());
    }

    @POST
    @Path("{number}/closure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("AUTHORITY")
    public Response close(String number, MultivaluedMap<String, String> posted) {
        campaigns.close(number);
        return Response.seeOther(URI.create("/campaigns/" + number)).build();
    }

    @POST
    @Path("{number}/exceptions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("AUTHORITY")
    public Response except(String number, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        if (forms.done(form, () -> exceptions.grant(number, form.textOrEmpty("system"), exception(form)))) {
            return Response.seeOther(URI.create("/campaigns/" + number)).build();
        }
        return Response.status(422).entity(page(number, form)).build();
    }

    private static ExceptionCommand exception(Form form) {
        Instant until = form.time("until");
        form.need("system", "until", "reason", "decidedBy.name", "decidedBy.position")
                .check();
        return new ExceptionCommand(
                Objects.requireNonNull(until),
                form.textOrEmpty("reason"),
                new ExceptionCommand.Decider(
                        form.textOrEmpty("decidedBy.name"), form.textOrEmpty("decidedBy.position")),
                form.text("documentNumber"));
    }

    private TemplateInstance page(String number, Form form) {
        CampaignView campaign = campaigns.get(number);
        boolean mine =
                actor.get().hasAny(Role.AUTHORITY) && actor.get().institution().equals(campaign.authority());
        return Templates.campaign(campaign, exceptions.list(number), mine, form);
    }
}
