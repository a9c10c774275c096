package io.haetae.grading.campaign;

import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.rule.FactQuestion;
import io.haetae.rule.SystemGradeRules;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an office has to answer in a full review: each system with what is known, handed in together. */
@Path("/campaigns/{number}/answers")
@Blocking
@Produces(MediaType.TEXT_HTML)
class AnswerPages {

    /** Enough to look through on one page. */
    private static final int PAGE = 20;

    private final CampaignService campaigns;
    private final AnswerService answers;
    private final SystemGradeRules rules;
    private final Forms forms;
    private final RequestLanguage language;

    AnswerPages(
            CampaignService campaigns,
            AnswerService answers,
            SystemGradeRules rules,
            Forms forms,
            RequestLanguage language) {
        this.campaigns = campaigns;
        this.answers = answers;
        this.rules = rules;
        this.forms = forms;
        this.language = language;
    }

    @CheckedTemplate(basePath = "grading/campaign")
    static class Templates {

        /**
         * The answers.
         *
         * @param asked what the rules ask
         * @param report what became of what was handed in, null before
         * @param form what was typed, and what is known where nothing was typed
         * @param answering whether the reader answers
         */
        static native TemplateInstance answers(
                CampaignView campaign,
                Page<CampaignAnswer> page,
                List<Asked> asked,
                @Nullable AnswerReport report,
                Form form,
                boolean answering);
    }

    /** One question of the rules. */
    public record Asked(String id, String name, List<Form.Option> options) {

        /** Whether one of the options is asked, and not a number. */
        public boolean isChoice() {
            return !options.isEmpty();
        }

        /** Name of the form's field for a system. */
        public String field(String system) {
            return system + "." + id;
        }
    }

    @GET
    @Authenticated
    public TemplateInstance show(
            String number,
            @QueryParam("state") CampaignAnswer.@Nullable State state,
            @QueryParam("cursor") @Nullable String cursor) {
        return page(number, state, cursor, null, Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Authenticated
    public Response submit(String number, MultivaluedMap<String, String> posted) {
        if (!answers.mayAnswer()) {
            throw new Refusal(KernelError.FORBIDDEN);
        }
        Form form = Form.of(posted);
        return forms.made(form, () -> answers.submit(number, command(number, form)))
                .map(report -> Response.status(report.submitted() == 0 ? 422 : 200)
                        .entity(page(number, null, null, report, form)))
                .orElseGet(() -> Response.status(422).entity(page(number, null, null, null, form)))
                .build();
    }

    private AnswersCommand command(String number, Form form) {
        List<Asked> asked = asked(campaigns.get(number));
        List<AnswersCommand.Answer> chosen = new ArrayList<>();
        for (String system : form.values("chosen")) {
            chosen.add(answer(system, asked, form));
        }
        form.check();
        if (chosen.isEmpty()) {
            throw Refusal.field("/chosen", "required", "");
        }
        return new AnswersCommand(chosen);
    }

    private static AnswersCommand.Answer answer(String system, List<Asked> asked, Form form) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        for (Asked question : asked) {
            String field = question.field(system);
            facts.put(question.id(), question.isChoice() ? form.text(field) : form.whole(field));
        }
        return new AnswersCommand.Answer(system, facts, null);
    }

    private TemplateInstance page(
            String number,
            CampaignAnswer.@Nullable State state,
            @Nullable String cursor,
            @Nullable AnswerReport report,
            Form form) {
        CampaignView campaign = campaigns.get(number);
        Page<CampaignAnswer> page = answers.list(number, state, PAGE, cursor);
        List<Asked> asked = asked(campaign);
        for (CampaignAnswer answer : page.items()) {
            for (Asked question : asked) {
                String field = question.field(answer.system());
                if (form.text(field) == null) {
                    form.put(field, answer.facts().get(question.id()));
                }
            }
        }
        boolean answering = campaign.running() && answers.mayAnswer();
        return Templates.answers(campaign, page, asked, report, form.put("state", state), answering);
    }

    private List<Asked> asked(CampaignView campaign) {
        return rules.questions(rules.resolve(campaign.ruleSet(), campaign.authority())).stream()
                .map(this::asked)
                .toList();
    }

    private Asked asked(FactQuestion question) {
        List<Form.Option> options = question.choices().stream()
                .map(choice -> new Form.Option(choice.value(), choice.name().in(language.get())))
                .toList();
        return new Asked(question.id(), question.name().in(language.get()), options);
    }
}
