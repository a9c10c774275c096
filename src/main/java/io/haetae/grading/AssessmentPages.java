package io.haetae.grading;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Refusal;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

@Path("/assessments/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class AssessmentPages {

    private final AssessmentService assessments;
    private final DecisionService decisions;
    private final SystemService systems;
    private final Questions questions;
    private final AssessmentPage page;
    private final Forms forms;

    AssessmentPages(
            AssessmentService assessments,
            DecisionService decisions,
            SystemService systems,
            Questions questions,
            AssessmentPage page,
            Forms forms) {
        this.assessments = assessments;
        this.decisions = decisions;
        this.systems = systems;
        this.questions = questions;
        this.page = page;
        this.forms = forms;
    }

    @GET
    @Authenticated
    public TemplateInstance show(UUID id) {
        return page.of(id, null, Form.blank(), Form.blank());
    }

    @POST
    @Path("facts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Authenticated
    public Response correct(UUID id, MultivaluedMap<String, String> posted) {
        assessments.requireAnswering();
        Form form = Form.of(posted);
        return done(id, form, true, () -> {
            FactsCommand command = Questions.command(form, questions.of(system(id), form.textOrEmpty("ruleSet")));
            assessments.correct(id, version(form), forms.checked(form, command));
        });
    }

    @POST
    @Path("submission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Authenticated
    public Response submit(UUID id, MultivaluedMap<String, String> posted) {
        assessments.requireAnswering();
        Form form = Form.of(posted);
        return done(id, form, false, () -> assessments.submit(id, version(form)));
    }

    @POST
    @Path("decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Authenticated
    public Response decide(UUID id, MultivaluedMap<String, String> posted) {
        decisions.requireDeciding();
        Form form = Form.of(posted);
        return done(id, form, false, () -> decisions.decide(id, version(form), forms.checked(form, decision(form))));
    }

    @POST
    @Path("appeal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Authenticated
    public Response appeal(UUID id, MultivaluedMap<String, String> posted) {
        assessments.requireAnswering();
        Form form = Form.of(posted);
        return done(
                id,
                form,
                false,
                () -> assessments.appeal(
                        id, forms.checked(form, new AssessmentService.Reason(form.textOrEmpty("reason")))));
    }

    private SystemView system(UUID id) {
        return systems.find(assessments.get(id).system()).orElseThrow(Refusal::notFound);
    }

    /** Takes the step and shows what came of it; a refused form comes back as it was typed. */
    private Response done(UUID id, Form form, boolean ofFacts, Runnable step) {
        if (forms.done(form, step)) {
            return Response.seeOther(URI.create("/assessments/" + id)).build();
        }
        TemplateInstance refused =
                ofFacts ? page.of(id, form, Form.blank(), Form.blank()) : page.of(id, null, form, Form.blank());
        return Response.status(422).entity(refused).build();
    }

    private static DecisionCommand decision(Form form) {
        DecisionCommand.Outcome outcome = form.one("outcome", DecisionCommand.Outcome.class);
        // The list of grades belongs to a change; where it is left standing beside another outcome it says nothing.
        Integer grade = outcome == DecisionCommand.Outcome.CHANGED ? form.integer("grade") : null;
        boolean named = form.text("decidedBy.name") != null || form.text("decidedBy.position") != null;
        form.check();
        if (outcome == null) {
            throw Refusal.field("/outcome", "required", "");
        }
        return new DecisionCommand(
                outcome,
                grade,
                form.text("reason"),
                named
                        ? new DecisionCommand.Decider(
                                form.textOrEmpty("decidedBy.name"), form.textOrEmpty("decidedBy.position"))
                        : null,
                form.text("documentNumber"));
    }

    private static int version(Form form) {
        Integer version = form.integer("version");
        form.check();
        return version == null ? 0 : version;
    }
}
