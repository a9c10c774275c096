package io.haetae.grading;

import io.haetae.audit.Journal;
import io.haetae.grading.AssessmentAccess.Seen;
import io.haetae.grading.EvidenceFile.Withdrawal;
import io.haetae.grading.Transition.Step;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.TakenFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of an assessment as files: put there by whoever answers for the system, while its facts may be written. Others
 * see what was there when it was handed in.
 */
@ApplicationScoped
public class EvidenceFileService {

    private final Assessments assessments;
    private final AssessmentAccess access;
    private final Evaluator evaluator;
    private final EvidenceFiles files;
    private final EvidenceConfig config;
    private final Journal journal;
    private final Clock clock;

    EvidenceFileService(
            Assessments assessments,
            AssessmentAccess access,
            Evaluator evaluator,
            EvidenceFiles files,
            EvidenceConfig config,
            Journal journal,
            Clock clock) {
        this.assessments = assessments;
        this.access = access;
        this.evaluator = evaluator;
        this.files = files;
        this.config = config;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Keeps a file.
     *
     * @param criterion which fact it shows, null for the assessment as a whole
     */
    @Transactional
    public UUID add(UUID id, String givenName, byte[] content, @Nullable String note, @Nullable String criterion) {
        Act act = change(id);
        if (criterion != null && !criteria(act.seen().assessment()).contains(criterion)) {
            throw Refusal.field("/criterion", "unknown-fact", criterion);
        }
        TakenFile file = TakenFile.require(givenName, content, config.fileLimit(), GradingError.FILE_REFUSED);
        UUID added = files.add(id, file, note, criterion, access.actor().name(), clock.instant());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", file.name());
        data.put("size", content.length);
        data.put("sha256", file.sha256());
        if (criterion != null) {
            data.put("criterion", criterion);
        }
        record("grading.file-added", act, added, data);
        return added;
    }

    /** Says that a file counts no more. */
    @Transactional
    public void withdraw(UUID id, UUID file, AssessmentService.Reason command) {
        Act act = change(id);
        EvidenceFile kept = required(act.seen(), file);
        if (kept.withdrawal() != null) {
            throw new Refusal(GradingError.FILE_WITHDRAWN, Map.of("value", kept.name()));
        }
        String reason = command.reason().strip();
        files.withdraw(file, new Withdrawal(clock.instant(), access.actor().name(), reason));
        record("grading.file-withdrawn", act, file, Map.of("name", kept.name(), "reason", reason));
    }

    /** The evidence of an assessment as far as its reader may see it, the oldest first. */
    @Transactional
    public List<EvidenceFile> of(UUID id) {
        return shown(access.see(assessments.require(id)));
    }

    /** What is in a file that the reader may see. */
    @Transactional
    public TakenFile get(UUID id, UUID file) {
        EvidenceFile kept = required(access.see(assessments.require(id)), file);
        if (kept.href() == null) {
            throw Refusal.notFound();
        }
        return files.content(id, file).orElseThrow(Refusal::notFound);
    }

    private record Act(Seen seen, Author author) {}

    private Act change(UUID id) {
        access.requireAnswering();
        Seen seen = access.see(assessments.lock(id));
        Author author = access.requireOwner(seen.system());
        Transition.require(Step.FACTS, seen.assessment().getState());
        return new Act(seen, author);
    }

    private EvidenceFile required(Seen seen, UUID file) {
        return shown(seen).stream()
                .filter(one -> one.id().equals(file))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private List<EvidenceFile> shown(Seen seen) {
        List<Instant> handedIn = seen.assessment().getSubmissions().stream()
                .map(Submission::getAt)
                .toList();
        return files.of(seen.assessment().getId(), seen.inside() ? null : handedIn.get(handedIn.size() - 1), handedIn);
    }

    private List<String> criteria(Assessment assessment) {
        return List.copyOf(evaluator.evaluation(assessment.getGraded()).facts().keySet());
    }

    private void record(String rule, Act act, UUID file, Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>(more);
        data.put("system", act.seen().system().code());
        data.put("file", file);
        if (act.author().onBehalfOf() != null) {
            data.put("onBehalfOf", act.author().onBehalfOf());
        }
        journal.record(rule, "ASSESSMENT", act.seen().assessment().getId().toString(), data);
    }
}
