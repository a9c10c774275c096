package io.haetae.grading;

import io.haetae.audit.Journal;
import io.haetae.grading.AssessmentAccess.Seen;
import io.haetae.kernel.Ids;
import io.haetae.kernel.IfMatch;
import io.haetae.register.ConfirmedGradeService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the central authority does: confirm, change or ask for completion (전자정부법 제56조의3 ③). */
@ApplicationScoped
public class DecisionService {

    private final Assessments assessments;
    private final AssessmentAccess access;
    private final AssessmentViews views;
    private final ConfirmedGradeService register;
    private final GradeNotices notices;
    private final Journal journal;
    private final Clock clock;

    DecisionService(
            Assessments assessments,
            AssessmentAccess access,
            AssessmentViews views,
            ConfirmedGradeService register,
            GradeNotices notices,
            Journal journal,
            Clock clock) {
        this.assessments = assessments;
        this.access = access;
        this.views = views;
        this.register = register;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Records a decision (AUTHORITY of the owner's central authority, never who submitted). A grade decided is
     * written to the register and notified to the owner (통보) in the same transaction.
     *
     * @param editedVersion the version looked at, or null when the caller does not say
     */
    @Transactional
    public AssessmentView decide(UUID id, @Nullable Integer editedVersion, DecisionCommand command) {
        access.requireDeciding();
        Seen seen = access.see(assessments.lock(id));
        Author author = access.requireAuthority(seen);
        Assessment assessment = seen.assessment();
        Transition transition = Transition.require(command.outcome().step(), assessment.getState());
        if (editedVersion != null) {
            IfMatch.check(editedVersion, assessment.getVersion());
        }
        command.check(transition, assessment.getGraded().grade());
        Instant now = clock.instant();
        assessment.decide(Ids.at(now), command, author, now);
        assessments.flush();
        Integer grade = command.gradeFor(assessment.getGraded().grade());
        if (grade != null) {
            register.confirm(seen.system().code(), grade, now);
        }
        notices.decided(seen, command);
        record(transition, seen, command, author, grade);
        return views.of(seen);
    }

    /** Refuses (403) whoever decides for nobody, in his own right or another's. */
    @Transactional
    public void requireDeciding() {
        access.requireDeciding();
    }

    private void record(Transition taken, Seen seen, DecisionCommand command, Author author, @Nullable Integer grade) {
        Graded graded = seen.assessment().getGraded();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        if (author.onBehalfOf() != null) {
            data.put("onBehalfOf", author.onBehalfOf());
        }
        data.put("system", seen.system().code());
        data.put("state", seen.assessment().getState());
        data.put("outcome", command.outcome());
        data.put("grade", grade);
        data.put("computedGrade", graded.grade());
        data.put("reason", command.reasonOrNull());
        data.put("decidedBy", command.decidedBy());
        data.put("documentNumber", command.documentNumberOrNull());
        data.put("ruleSet", graded.ruleSet());
        data.put("ruleSetVersion", graded.ruleVersion());
        data.put("ruleSetSha256", graded.ruleSha256());
        journal.record(taken.rule(), "ASSESSMENT", seen.assessment().getId().toString(), data);
    }
}
