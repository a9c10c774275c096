package io.haetae.grading.campaign;

import io.haetae.grading.AssessmentView;
import io.haetae.grading.Fared;
import io.haetae.grading.YearlyAvailability;
import io.haetae.grading.campaign.CampaignStandings.Standing;
import io.haetae.grading.campaign.CampaignStore.Campaign;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each office has to answer, with what is known already, and handing answers in together. */
@ApplicationScoped
public class AnswerService {

    private final CampaignAccess access;
    private final CampaignStandings standings;
    private final AnswerStepService steps;
    private final YearlyAvailability availability;
    private final Texts texts;
    private final RequestLanguage language;

    AnswerService(
            CampaignAccess access,
            CampaignStandings standings,
            AnswerStepService steps,
            YearlyAvailability availability,
            Texts texts,
            RequestLanguage language) {
        this.access = access;
        this.standings = standings;
        this.steps = steps;
        this.availability = availability;
        this.texts = texts;
        this.language = language;
    }

    /** One page by code, pre-filled for the owner's side; the authority sees where each stands, and no draft. */
    public Page<CampaignAnswer> list(
            String number, CampaignAnswer.@Nullable State state, int limit, @Nullable String cursor) {
        Campaign campaign = access.see(number);
        CampaignAccess.Reach reach = access.reach(campaign.authority());
        String after = cursor == null ? "" : Cursor.parse(cursor, 1).get(0);
        List<Standing> found = standings.list(campaign, reach.all(), reach.owners(), state, after, limit + 1);
        List<UUID> ids = found.stream().map(Standing::system).toList();
        Map<UUID, Fared> measured = availability.before(ids, campaign.openedAt());
        List<CampaignAnswer> answers = found.stream()
                .map(standing -> answer(
                        standing,
                        measured.getOrDefault(standing.system(), Fared.NOT_IN_USE),
                        reach.own().contains(standing.owner())))
                .toList();
        return Page.of(answers, limit, answer -> Cursor.of(answer.system()));
    }

    private static CampaignAnswer answer(Standing standing, Fared measured, boolean own) {
        boolean hidden = !own && standing.state() == CampaignAnswer.State.DRAFT;
        return new CampaignAnswer(
                standing.code(),
                standing.name(),
                standing.owner(),
                hidden ? CampaignAnswer.State.OPEN : standing.state(),
                standing.grade(),
                hidden ? null : standing.assessment(),
                own ? standing.facts() : Map.of(),
                own ? standing.evidence() : Map.of(),
                measured.incidents(),
                measured.downMinutes(),
                measured.minutes(),
                measured.percent(),
                standing.dueAt(),
                standing.excusedUntil());
    }

    /** Whether the actor answers for anybody, in his own right or under a delegation. */
    @Transactional
    public boolean mayAnswer() {
        return access.answers();
    }

    /** Hands in answers for systems that the actor answers for; each by itself, and says what became of it. */
    public AnswerReport submit(String number, AnswersCommand command) {
        if (!access.answers()) {
            throw new Refusal(KernelError.FORBIDDEN);
        }
        Campaign campaign = access.see(number);
        if (campaign.closedAt() != null) {
            throw new Refusal(CampaignError.CLOSED);
        }
        CampaignAccess.Reach reach = access.reach(campaign.authority());
        List<AnswerReport.Item> items = new ArrayList<>();
        for (AnswersCommand.Answer answer : command.answers()) {
            items.add(submit(campaign, reach, answer));
        }
        return AnswerReport.of(items);
    }

    private AnswerReport.Item submit(Campaign campaign, CampaignAccess.Reach reach, AnswersCommand.Answer answer) {
        String code = answer.system();
        Optional<Standing> found = standings.withFacts(campaign, reach.owners(), code);
        if (found.isEmpty()) {
            return refused(code, new Refusal(KernelError.NOT_FOUND));
        }
        Standing standing = found.get();
        if (standing.state() == CampaignAnswer.State.EXCUSED) {
            return refused(code, new Refusal(CampaignError.EXCUSED, Map.of("value", code)));
        }
        try {
            AssessmentView view = steps.answer(standing, campaign.ruleSet(), answer);
            return new AnswerReport.Item(code, view.id(), view.result().grade(), null, null);
        } catch (Refusal refusal) {
            return refused(code, refusal);
        }
    }

    private AnswerReport.Item refused(String system, Refusal refusal) {
        List<String> words = new ArrayList<>();
        for (FieldError field : refusal.fieldErrors()) {
            words.add(field.pointer() + " " + texts.text(language.get(), "field." + field.code(), field.facts()));
        }
        String code = refusal.error().code();
        String why = words.isEmpty()
                ? texts.text(language.get(), "error." + code + ".detail", refusal.facts())
                : String.join(" ", words);
        return new AnswerReport.Item(system, null, null, code, why);
    }
}
