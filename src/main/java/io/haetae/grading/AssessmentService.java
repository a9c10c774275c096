package io.haetae.grading;

import io.haetae.audit.Journal;
import io.haetae.grading.AssessmentAccess.Seen;
import io.haetae.grading.Transition.Step;
import io.haetae.kernel.Ids;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Refusal;
import io.haetae.register.SystemView;
import io.haetae.rule.SystemGradeEvaluation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the owner does: assess, correct, submit, appeal (전자정부법 제56조의3 ②). */
@ApplicationScoped
public class AssessmentService {

    /** Why the owner does not agree with the grade it was told. */
    public record Reason(@NotBlank @Size(max = 4000) String reason) {}

    private final Assessments assessments;
    private final AssessmentAccess access;
    private final AssessmentViews views;
    private final Evaluator evaluator;
    private final GradeNotices notices;
    private final Journal journal;
    private final Clock clock;

    AssessmentService(
            Assessments assessments,
            AssessmentAccess access,
            AssessmentViews views,
            Evaluator evaluator,
            GradeNotices notices,
            Journal journal,
            Clock clock) {
        this.assessments = assessments;
        this.access = access;
        this.views = views;
        this.evaluator = evaluator;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /** Begins an assessment (OFFICER of the owner's side). Refuses (409) while the system has an open one. */
    @Transactional
    public AssessmentView draft(String code, FactsCommand command) {
        access.requireAnswering();
        SystemView system = access.require(code);
        Author author = access.requireOwner(system);
        assessments.lockSystem(system.id());
        Optional<Assessment> open = assessments.openOf(system.id());
        if (open.isPresent()) {
            throw new Refusal(
                    GradingError.ALREADY_OPEN, Map.of("assessment", open.get().getId()));
        }
        Instant now = clock.instant();
        Graded graded = evaluator.grade(system, chosen(command), command);
        Assessment draft = new Assessment(Ids.at(now), system.id(), graded, access.actor(), now);
        assessments.persistAndFlush(draft);
        record(Transition.DRAFTED, draft, system, author, Map.of());
        return views.of(access.see(draft));
    }

    /** What the facts would give; nothing is stored (OFFICER of the owner's side). */
    @Transactional
    public SystemGradeEvaluation preview(String code, FactsCommand command) {
        SystemView system = access.requireOwned(code);
        return evaluator.evaluate(system, chosen(command), command.facts());
    }

    private static String chosen(FactsCommand command) {
        String ruleSet = command.ruleSet();
        if (ruleSet == null || ruleSet.isBlank()) {
            throw Refusal.field("/ruleSet", "required", "");
        }
        return ruleSet;
    }

    /** Replaces the facts of a draft, or of one that is to be completed. */
    @Transactional
    public AssessmentView correct(UUID id, int editedVersion, FactsCommand command) {
        access.requireAnswering();
        Seen seen = change(id);
        Author author = access.requireOwner(seen.system());
        Assessment assessment = seen.assessment();
        Transition.require(Step.FACTS, assessment.getState());
        IfMatch.check(editedVersion, assessment.getVersion());
        String chosen = command.ruleSet();
        String ruleSet = chosen == null ? assessment.getGraded().ruleSet() : chosen;
        Graded graded = evaluator.grade(seen.system(), ruleSet, command);
        Transition taken = assessment.correct(graded, clock.instant());
        return done(taken, seen, author, Map.of());
    }

    /**
     * Hands the assessment to the central authority: evaluated once more with the version now active, and the result
     * frozen with that version and its hash.
     *
     * @param editedVersion the version looked at, or null when the caller does not say
     */
    @Transactional
    public AssessmentView submit(UUID id, @Nullable Integer editedVersion) {
        access.requireAnswering();
        Seen seen = change(id);
        Author author = access.requireOwner(seen.system());
        Assessment assessment = seen.assessment();
        Transition.require(Step.SUBMISSION, assessment.getState());
        if (editedVersion != null) {
            IfMatch.check(editedVersion, assessment.getVersion());
        }
        if (seen.authority() == null) {
            throw new Refusal(
                    GradingError.NO_CENTRAL_AUTHORITY,
                    Map.of("value", seen.system().owner()));
        }
        Instant now = clock.instant();
        Graded graded = evaluator.again(seen.system(), assessment.getGraded());
        Transition taken = assessment.submit(Ids.at(now), graded, author, now);
        notices.submitted(seen);
        return done(taken, seen, author, Map.of());
    }

    /** The owner's one appeal against a notified grade; the central authority decides again. */
    @Transactional
    public AssessmentView appeal(UUID id, Reason command) {
        access.requireAnswering();
        Seen seen = change(id);
        Author author = access.requireOwner(seen.system());
        Assessment assessment = seen.assessment();
        assessments.lockSystem(assessment.getSystem());
        if (assessment.getState() == AssessmentState.NOTIFIED && assessments.hasNewer(assessment)) {
            throw new Refusal(GradingError.SUPERSEDED, Map.of("allowed", List.of()));
        }
        String reason = command.reason().strip();
        Transition taken = assessment.appeal(reason, author, clock.instant());
        notices.appealed(seen);
        return done(taken, seen, author, Map.of("reason", reason));
    }

    /** The assessment, or a refusal (404) when the reader may not know of it. */
    @Transactional
    public AssessmentView get(UUID id) {
        return views.of(access.see(assessments.require(id)));
    }

    /** The assessment behind the present grade of a system in scope, if there is one that the reader may know of. */
    @Transactional
    public Optional<AssessmentView> behindGrade(SystemView system) {
        return assessments
                .lastNotified(system.id())
                .filter(found -> Objects.equals(found.getDecidedGrade(), system.systemGrade()))
                .flatMap(access::seen)
                .map(views::behindGrade);
    }

    /** The system, in scope or one that the actor answers for under a delegation; else a refusal (404). */
    @Transactional
    public SystemView system(String code) {
        return access.require(code);
    }

    /** Refuses (403) whoever answers for nobody, in his own right or another's. */
    @Transactional
    public void requireAnswering() {
        access.requireAnswering();
    }

    /** Whether the reader may begin an assessment of a system in scope now. */
    @Transactional
    public boolean mayBegin(SystemView system) {
        return access.answersFor(system) && assessments.openOf(system.id()).isEmpty();
    }

    private Seen change(UUID id) {
        return access.see(assessments.lock(id));
    }

    private AssessmentView done(Transition taken, Seen seen, Author author, Map<String, ?> more) {
        assessments.flush();
        record(taken.rule(), seen.assessment(), seen.system(), author, more);
        return views.of(seen);
    }

    private void record(String rule, Assessment assessment, SystemView system, Author author, Map<String, ?> more) {
        Graded graded = assessment.getGraded();
        Map<String, Object> data = new LinkedHashMap<>(more);
        if (author.onBehalfOf() != null) {
            data.put("onBehalfOf", author.onBehalfOf());
        }
        data.put("system", system.code());
        data.put("state", assessment.getState());
        data.put("grade", graded.grade());
        data.put("score", graded.score());
        data.put("facts", evaluator.evaluation(graded).facts());
        data.put("ruleSet", graded.ruleSet());
        data.put("ruleSetVersion", graded.ruleVersion());
        data.put("ruleSetSha256", graded.ruleSha256());
        journal.record(rule, "ASSESSMENT", assessment.getId().toString(), data);
    }
}
