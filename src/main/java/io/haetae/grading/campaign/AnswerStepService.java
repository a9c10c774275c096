package io.haetae.grading.campaign;

import io.haetae.grading.AssessmentService;
import io.haetae.grading.AssessmentView;
import io.haetae.grading.FactsCommand;
import io.haetae.grading.campaign.CampaignStandings.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;

/** One answer of many, in a transaction of its own: one that is refused keeps no other from being handed in. */
@ApplicationScoped
class AnswerStepService {

    private final AssessmentService assessments;

    AnswerStepService(AssessmentService assessments) {
        this.assessments = assessments;
    }

    /** Writes the facts and hands them in. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public AssessmentView answer(Standing standing, String ruleSet, AnswersCommand.Answer answer) {
        FactsCommand facts = new FactsCommand(
                ruleSet,
                Objects.requireNonNullElse(answer.facts(), standing.facts()),
                Objects.requireNonNullElse(answer.evidence(), standing.evidence()));
        UUID begun = standing.assessment();
        AssessmentView written = begun == null || standing.state() == CampaignAnswer.State.NOTIFIED
                ? assessments.draft(standing.code(), facts)
                : assessments.correct(begun, assessments.get(begun).version(), facts);
        return assessments.submit(written.id(), null);
    }
}
