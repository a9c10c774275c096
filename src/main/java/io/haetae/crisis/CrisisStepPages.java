package io.haetae.crisis;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** The steps of a crisis as forms: each posts, and comes back to the page. */
@Path("/crisis/{number}")
@Blocking
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class CrisisStepPages {

    private final CrisisService crises;
    private final StageService stages;
    private final HeadquartersService headquarters;
    private final ReportService reports;
    private final CrisisPages pages;
    private final Forms forms;

    CrisisStepPages(
            CrisisService crises,
            StageService stages,
            HeadquartersService headquarters,
            ReportService reports,
            CrisisPages pages,
            Forms forms) {
        this.crises = crises;
        this.stages = stages;
        this.headquarters = headquarters;
        this.reports = reports;
        this.pages = pages;
        this.forms = forms;
    }

    @POST
    @Path("stages")
    @RolesAllowed("HQ")
    public Response decide(String number, MultivaluedMap<String, String> posted) {
        return step(number, "stages", posted, form -> stages.decide(number, CrisisForms.stage(form)));
    }

    @POST
    @Path("stages/{id}/consultation")
    @RolesAllowed("HQ")
    public Response consult(String number, UUID id, MultivaluedMap<String, String> posted) {
        return step(number, "consultation", posted, form -> {
            Consulted consulted = new Consulted(form.time("at"), form.textOrEmpty("with"));
            form.check();
            stages.consult(number, id, consulted);
        });
    }

    @POST
    @Path("observations")
    @RolesAllowed({"HQ", "SITUATION"})
    public Response observe(String number, MultivaluedMap<String, String> posted) {
        return step(number, "observations", posted, form -> stages.observe(number, CrisisForms.observation(form)));
    }

    @POST
    @Path("headquarters")
    @RolesAllowed("HQ")
    public Response setUp(String number, MultivaluedMap<String, String> posted) {
        return step(number, "headquarters", posted, form -> headquarters.setUp(number, CrisisForms.headquarters(form)));
    }

    @POST
    @Path("headquarters/{id}/dissolution")
    @RolesAllowed("HQ")
    public Response dissolve(String number, UUID id, MultivaluedMap<String, String> posted) {
        return step(number, "dissolution", posted, form -> {
            Dissolution dissolution = new Dissolution(form.time("at"), form.textOrEmpty("reason"));
            form.need("reason").check();
            headquarters.dissolve(number, id, dissolution);
        });
    }

    @POST
    @Path("headquarters/{id}/posts")
    @RolesAllowed("HQ")
    public Response post(String number, UUID id, MultivaluedMap<String, String> posted) {
        return step(number, "posts", posted, form -> headquarters.post(number, id, CrisisForms.post(form)));
    }

    @POST
    @Path("headquarters/{id}/posts/{post}/handover")
    @RolesAllowed("HQ")
    public Response handOver(String number, UUID id, UUID post, MultivaluedMap<String, String> posted) {
        return step(
                number,
                "handover",
                posted,
                form -> headquarters.handOver(number, id, post, CrisisForms.handOver(form)));
    }

    @POST
    @Path("incidents")
    @RolesAllowed({"HQ", "SITUATION"})
    public Response addIncident(String number, MultivaluedMap<String, String> posted) {
        return step(number, "incidents", posted, form -> {
            form.need("incident").check();
            crises.addIncident(number, form.textOrEmpty("incident"));
        });
    }

    @POST
    @Path("incidents/{incident}/removal")
    @RolesAllowed({"HQ", "SITUATION"})
    public Response removeIncident(String number, String incident, MultivaluedMap<String, String> posted) {
        return step(number, "removal", posted, form -> {
            form.need("reason").check();
            crises.removeIncident(number, incident, form.textOrEmpty("reason"));
        });
    }

    @POST
    @Path("closure")
    @RolesAllowed("HQ")
    public Response close(String number, MultivaluedMap<String, String> posted) {
        return step(number, "closure", posted, form -> crises.close(number, form.text("note")));
    }

    @POST
    @Path("reports")
    @RolesAllowed({"HQ", "SITUATION"})
    public Response draft(String number, MultivaluedMap<String, String> posted) {
        return step(number, "reports", posted, form -> reports.draft(number, CrisisForms.report(form)));
    }

    @POST
    @Path("reports/{n}")
    @RolesAllowed({"HQ", "SITUATION"})
    public Response write(String number, int n, MultivaluedMap<String, String> posted) {
        return reportStep(number, n, posted, form -> {
            form.need("version");
            Integer version = form.integer("version");
            form.check();
            reports.write(number, n, Objects.requireNonNull(version), CrisisForms.text(form));
        });
    }

    @POST
    @Path("reports/{n}/approval")
    @RolesAllowed("HQ")
    public Response approve(String number, int n, MultivaluedMap<String, String> posted) {
        return reportStep(number, n, posted, form -> reports.approve(number, n));
    }

    private Response reportStep(String number, int n, MultivaluedMap<String, String> posted, Consumer<Form> taken) {
        Form form = Form.of(posted);
        if (forms.permitted(form, () -> taken.accept(form))) {
            return Response.seeOther(URI.create("/crisis/" + number + "/reports/" + n))
                    .build();
        }
        return Response.status(422).entity(pages.report(number, n, form)).build();
    }

    private Response step(String number, String noun, MultivaluedMap<String, String> posted, Consumer<Form> taken) {
        Form form = Form.of(posted);
        if (forms.permitted(form, () -> taken.accept(form))) {
            return Response.seeOther(URI.create("/crisis/" + number)).build();
        }
        return Response.status(422)
                .entity(pages.page(number, Form.blank(), noun, form))
                .build();
    }
}
