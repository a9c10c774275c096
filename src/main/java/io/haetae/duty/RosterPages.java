package io.haetae.duty;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is on duty now and next, and where there is nobody. */
@Path("/rosters")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RosterPages {

    private final RosterService rosters;
    private final RotationService rotations;
    private final RosterSheets sheets;
    private final Forms forms;
    private final TeamService teams;
    private final ReadinessService readiness;
    private final CurrentActor actor;

    RosterPages(
            RosterService rosters,
            RotationService rotations,
            RosterSheets sheets,
            Forms forms,
            TeamService teams,
            ReadinessService readiness,
            CurrentActor actor) {
        this.rosters = rosters;
        this.rotations = rotations;
        this.sheets = sheets;
        this.forms = forms;
        this.teams = teams;
        this.readiness = readiness;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "duty")
    static class Templates {
        static native TemplateInstance rosters(RosterSheets.Sheet sheet, Form form, Form team);
    }

    @GET
    @Authenticated
    public TemplateInstance show(@QueryParam("institution") @Nullable String institution) {
        String code = institution == null ? actor.get().institution() : institution;
        return page(code, Form.blank().put("institution", code).put("rank", 1), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response create(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        String institution = form.textOrEmpty("institution");
        return forms.done(form, () -> rosters.create(forms.checked(form, RosterForms.post(form))))
                ? back(institution)
                : Response.status(422)
                        .entity(page(institution, form, Form.blank()))
                        .build();
    }

    @POST
    @Path("teams")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response team(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        String institution = form.textOrEmpty("institution");
        return forms.done(form, () -> teams.create(forms.checked(form, RosterForms.team(form))))
                ? back(institution)
                : Response.status(422)
                        .entity(page(institution, Form.blank().put("institution", institution), form))
                        .build();
    }

    /** Looks now whether call-outs would reach anybody. */
    @POST
    @Path("readiness")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "HQ", "ADMIN"})
    public Response look(@FormParam("institution") @Nullable String institution) {
        String code = institution == null ? "" : institution;
        readiness.check(sheets.scope(), code);
        return back(code);
    }

    @POST
    @Path("{id}/ending")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"ADMIN", "OFFICER"})
    public Response end(UUID id, @FormParam("institution") @Nullable String institution) {
        if (!rotations.end(id)) {
            rosters.end(id);
        }
        return back(institution == null ? "" : institution);
    }

    private TemplateInstance page(@Nullable String institution, Form post, Form team) {
        return Templates.rosters(sheets.of(institution), post, team);
    }

    private static Response back(String institution) {
        return Response.seeOther(UriBuilder.fromPath("/rosters")
                        .queryParam("institution", institution)
                        .build())
                .build();
    }
}
