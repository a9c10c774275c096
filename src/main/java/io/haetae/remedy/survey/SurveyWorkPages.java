package io.haetae.remedy.survey;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** One survey and its steps. */
@Path("/surveys")
@Blocking
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class SurveyWorkPages {

    private final SurveyService surveys;
    private final SurveyWorkService work;
    private final Forms forms;

    SurveyWorkPages(SurveyService surveys, SurveyWorkService work, Forms forms) {
        this.surveys = surveys;
        this.work = work;
        this.forms = forms;
    }

    @GET
    @Path("{number}")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    public TemplateInstance page(String number) {
        return page(number, SurveyForms.BLANK);
    }

    @POST
    @Path("{number}/institutions/{institution}/visit")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response visit(String number, String institution, MultivaluedMap<String, String> posted) {
        return step(number, "visit-" + institution, posted, form -> {
            LocalDate on = form.date("on");
            form.need("on").check();
            work.visit(number, institution, new SurveyCommands.Visit(Objects.requireNonNull(on), form.text("note")));
        });
    }

    /** The answers in the order of the questions. */
    @POST
    @Path("{number}/institutions/{institution}/answers")
    @RolesAllowed("OFFICER")
    public Response answer(String number, String institution, MultivaluedMap<String, String> posted) {
        return step(number, "answers-" + institution, posted, form -> {
            List<SurveyCommands.Answer> answers = new ArrayList<>();
            for (int i = 0; !form.values("answers." + i + ".text").isEmpty(); i++) {
                form.need("answers." + i + ".text");
                answers.add(new SurveyCommands.Answer(i + 1, form.textOrEmpty("answers." + i + ".text")));
            }
            form.check();
            work.answer(number, institution, new SurveyCommands.Answers(answers));
        });
    }

    @POST
    @Path("{number}/findings")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response find(String number, MultivaluedMap<String, String> posted) {
        return step(
                number,
                "findings",
                posted,
                form -> work.find(
                        number, new SurveyCommands.Finding(form.textOrEmpty("institution"), form.textOrEmpty("text"))));
    }

    @POST
    @Path("{number}/findings/{finding}/recommendation")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response recommend(String number, int finding, MultivaluedMap<String, String> posted) {
        return step(number, "recommendation-" + finding, posted, form -> {
            LocalDate receivedOn = form.date("receivedOn");
            form.check();
            work.recommend(
                    number,
                    finding,
                    new SurveyCommands.Recommending(form.textOrEmpty("title"), form.textOrEmpty("text"), receivedOn));
        });
    }

    @POST
    @Path("{number}/closure")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response close(String number, MultivaluedMap<String, String> posted) {
        return step(
                number,
                "closure",
                posted,
                form -> surveys.close(number, new SurveyCommands.Ending(form.textOrEmpty("text"))));
    }

    @POST
    @Path("{number}/cancellation")
    @RolesAllowed({"AUTHORITY", "SITUATION"})
    public Response cancel(String number, MultivaluedMap<String, String> posted) {
        return step(
                number,
                "cancellation",
                posted,
                form -> surveys.cancel(number, new SurveyCommands.Ending(form.textOrEmpty("text"))));
    }

    /** Takes the step and goes back to the page; a refused form comes back as it was typed. */
    private Response step(String number, String section, MultivaluedMap<String, String> posted, Consumer<Form> taken) {
        Form form = Form.of(posted);
        if (forms.done(form, () -> taken.accept(form))) {
            return Response.seeOther(URI.create("/surveys/" + number)).build();
        }
        return Response.status(422)
                .entity(page(number, new SurveyForms(section, form)))
                .build();
    }

    private TemplateInstance page(String number, SurveyForms shown) {
        SurveyView view = surveys.get(number);
        return SurveyTemplates.page(view, shown).data("exercise", view.exercise());
    }
}
