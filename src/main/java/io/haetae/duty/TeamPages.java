package io.haetae.duty;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;

/** A team: who belongs to it, its rosters, a new one. */
@Path("/teams")
@Blocking
@Produces(MediaType.TEXT_HTML)
class TeamPages {

    private final TeamService teams;
    private final RotationService rotations;
    private final Forms forms;

    TeamPages(TeamService teams, RotationService rotations, Forms forms) {
        this.teams = teams;
        this.rotations = rotations;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "duty")
    static class Templates {
        static native TemplateInstance team(TeamView team, boolean mayKeep, Form form, Form roster);
    }

    @GET
    @Path("{id}")
    @Authenticated
    public TemplateInstance show(UUID id) {
        TeamView team = teams.seen(id);
        return page(team, filled(team), blank());
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
    public Response change(UUID id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        TeamView team = teams.seen(id);
        int version = Objects.requireNonNullElse(form.integer("version"), 0);
        return forms.done(form, () -> teams.change(id, version, forms.checked(form, RosterForms.teamChange(form))))
                ? Response.seeOther(URI.create("/teams/" + id)).build()
                : Response.status(422).entity(page(team, form, blank())).build();
    }

    @POST
    @Path("{id}/rosters")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
    public Response roster(UUID id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        TeamView team = teams.seen(id);
        return forms.done(form, () -> rotations.create(id, forms.checked(form, RosterForms.roster(form))))
                ? Response.seeOther(URI.create("/teams/" + id)).build()
                : Response.status(422).entity(page(team, filled(team), form)).build();
    }

    private TemplateInstance page(TeamView team, Form form, Form roster) {
        return Templates.team(team, teams.mayKeep(team.id()), form, roster);
    }

    private static Form blank() {
        return Form.blank().put("rotations.0.unit", Rotation.Unit.DAYS).put("rotations.0.length", 1);
    }

    private static Form filled(TeamView team) {
        return Form.blank()
                .put("version", team.version())
                .put("name", team.name())
                .put("lead", team.lead().username())
                .put(
                        "members",
                        String.join(
                                "\n",
                                team.members().stream()
                                        .map(DutyPerson::username)
                                        .toList()));
    }
}
