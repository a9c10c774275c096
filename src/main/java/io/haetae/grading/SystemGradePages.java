package io.haetae.grading;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import io.haetae.kernel.Zones;
import io.haetae.register.SystemView;
import io.haetae.rule.SystemGradeEvaluation;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("/systems/{code}/assessments")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SystemGradePages {

    private final AssessmentService assessments;
    private final AssessmentListService lists;
    private final Questions questions;
    private final CurrentActor actor;
    private final Forms forms;
    private final Texts texts;
    private final RequestLanguage language;

    SystemGradePages(
            AssessmentService assessments,
            AssessmentListService lists,
            Questions questions,
            CurrentActor actor,
            Forms forms,
            Texts texts,
            RequestLanguage language) {
        this.assessments = assessments;
        this.lists = lists;
        this.questions = questions;
        this.actor = actor;
        this.forms = forms;
        this.texts = texts;
        this.language = language;
    }

    /** The whole page, or the part that the system's page puts into itself. */
    @GET
    @Authenticated
    public TemplateInstance show(
            String code,
            @BeanParam AssessmentApi.Query query,
            @QueryParam("asOf") @Nullable String asOf,
            @HeaderParam("HX-Request") @Nullable String htmx) {
        SystemView system = assessments.system(code);
        Page<AssessmentRow> page =
                lists.list(actor.get().scope(), AssessmentFilter.ofSystem(code), query.limit(), query.cursor);
        AssessmentView behind = assessments.behindGrade(system).orElse(null);
        boolean mayBegin = assessments.mayBegin(system);
        if (htmx != null) {
            return GradingTemplates.system$card(system, behind, page, mayBegin, List.of(), null);
        }
        LocalDate day = Form.blank().put("asOf", asOf).date("asOf");
        List<GradeHistory.Held> held = day == null
                ? lists.grades(system)
                : lists.grades(
                        system,
                        day.plusDays(1).atStartOfDay(Zones.SEOUL).toInstant().minusMillis(1));
        return GradingTemplates.system(system, behind, page, mayBegin, held, day);
    }

    @GET
    @Path("new")
    @Authenticated
    public TemplateInstance draft(String code) {
        assessments.requireAnswering();
        SystemView system = assessments.system(code);
        String usual = questions.usual(system);
        return GradingTemplates.draft(
                system, questions.of(system, usual), Form.blank().put("ruleSet", usual));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Authenticated
    public Response begin(String code, MultivaluedMap<String, String> posted) {
        assessments.requireAnswering();
        SystemView system = assessments.system(code);
        Form form = Form.of(posted);
        List<Questions.Question> asked = questions.of(system, form.textOrEmpty("ruleSet"));
        return forms.made(form, () -> assessments.draft(code, forms.checked(form, Questions.command(form, asked))))
                .map(drafted -> Response.seeOther(URI.create("/assessments/" + drafted.id())))
                .orElseGet(() -> Response.status(422).entity(GradingTemplates.draft(system, asked, form)))
                .build();
    }

    /** The result while facts are typed; says what is still missing when there is none. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Authenticated
    public TemplateInstance preview(String code, MultivaluedMap<String, String> posted) {
        assessments.requireAnswering();
        SystemView system = assessments.system(code);
        Form form = Form.of(posted);
        try {
            FactsCommand command = Questions.command(form, questions.of(system, form.textOrEmpty("ruleSet")));
            SystemGradeEvaluation evaluation = assessments.preview(code, command);
            List<String> counted = Evaluator.counted(command.facts(), evaluation);
            return GradingTemplates.preview(evaluation.result(), counted, command.evidence());
        } catch (Refusal refused) {
            if (refused.fieldErrors().isEmpty()) {
                throw refused;
            }
            return GradingTemplates.incomplete(form.refused(refused, texts, language.get()));
        }
    }
}
