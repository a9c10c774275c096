package io.haetae.grading;

import io.haetae.grading.AssessmentAccess.Seen;
import io.haetae.grading.AssessmentView.AppealView;
import io.haetae.grading.AssessmentView.SubmissionView;
import io.haetae.rule.SystemGradeEvaluation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows an assessment to its reader. */
@ApplicationScoped
class AssessmentViews {

    private final AssessmentAccess access;
    private final GradingMapper mapper;
    private final Evaluator evaluator;

    AssessmentViews(AssessmentAccess access, GradingMapper mapper, Evaluator evaluator) {
        this.access = access;
        this.mapper = mapper;
        this.evaluator = evaluator;
    }

    AssessmentView of(Seen seen) {
        return of(seen, shown(seen));
    }

    /** The assessment with the facts behind the grade decided last, whatever has been written or handed in since. */
    AssessmentView behindGrade(Seen seen) {
        Instant decided = seen.assessment().getNotifiedAt();
        Graded graded = seen.assessment().getSubmissions().stream()
                .filter(one -> decided != null && !one.getAt().isAfter(decided))
                .reduce((earlier, later) -> later)
                .map(Submission::getGraded)
                .orElseGet(() -> shown(seen));
        return of(seen, graded);
    }

    private AssessmentView of(Seen seen, Graded graded) {
        Assessment assessment = seen.assessment();
        SystemGradeEvaluation evaluation = evaluator.evaluation(graded);
        return new AssessmentView(
                assessment.getId(),
                seen.system().code(),
                seen.system().name(),
                seen.system().owner(),
                seen.authority(),
                assessment.getState(),
                evaluation.ruleSet(),
                evaluation.version(),
                evaluation.sha256(),
                evaluation.facts(),
                evaluator.counted(graded),
                evaluator.evidence(graded),
                evaluation.result(),
                assessment.getDecidedGrade(),
                assessment.getSubmissions().stream().map(this::submission).toList(),
                assessment.getDecisions().stream().map(mapper::view).toList(),
                appeal(assessment),
                assessment.getCreatedAt(),
                assessment.getCreator(),
                assessment.getChangedAt(),
                assessment.getNotifiedAt(),
                access.allowed(seen),
                assessment.getVersion());
    }

    /** What the owner is writing is the owner's until it is submitted. */
    private static Graded shown(Seen seen) {
        List<Submission> submissions = seen.assessment().getSubmissions();
        return seen.inside() || submissions.isEmpty()
                ? seen.assessment().getGraded()
                : submissions.get(submissions.size() - 1).getGraded();
    }

    private SubmissionView submission(Submission submission) {
        Graded graded = submission.getGraded();
        SystemGradeEvaluation evaluation = evaluator.evaluation(graded);
        return new SubmissionView(
                submission.getNumber(),
                submission.getAt(),
                submission.getSubmitter(),
                submission.getOnBehalfOf(),
                evaluation.ruleSet(),
                evaluation.version(),
                evaluation.sha256(),
                evaluation.facts(),
                evaluator.counted(graded),
                evaluator.evidence(graded),
                evaluation.result());
    }

    private @Nullable AppealView appeal(Assessment assessment) {
        return assessment.getAppeals().stream().findFirst().map(mapper::view).orElse(null);
    }
}
