package io.haetae.remedy.plan;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.TakenFile;
import io.haetae.remedy.Parties;
import io.haetae.remedy.plan.GuidelineStore.Guideline;
import io.haetae.remedy.plan.PlanStore.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Attachments: of a guideline by its authority, of the edition being written by its institution. */
@ApplicationScoped
class PlanFileService {

    private final GuidelineService guidelines;
    private final PlanStore plans;
    private final EditionStore editions;
    private final PlanViews views;
    private final PlanFiles files;
    private final Keeping keeping;

    PlanFileService(
            GuidelineService guidelines,
            PlanStore plans,
            EditionStore editions,
            PlanViews views,
            PlanFiles files,
            Keeping keeping) {
        this.guidelines = guidelines;
        this.plans = plans;
        this.editions = editions;
        this.views = views;
        this.files = files;
        this.keeping = keeping;
    }

    /** Attaches a file to a guideline (AUTHORITY or SITUATION of its authority). */
    @Transactional
    public UUID addToGuideline(String number, String givenName, byte[] content) {
        Guideline guideline = guidelines.visible(number);
        if (!keeping.mayAttach(guideline)) {
            throw new Refusal(PlanError.NOT_ITS_AUTHORITY);
        }
        TakenFile file = keeping.taken(givenName, content);
        UUID id = files.add(guideline.id(), null, null, file, keeping.by(), keeping.now());
        keeping.record("remedy.guideline-file-added", PlanNotices.GUIDELINE, number, id, file.name(), file.sha256());
        return id;
    }

    /** Attaches a file to the edition being written (OFFICER of the institution or above it). */
    @Transactional
    public UUID addToPlan(String number, String givenName, byte[] content) {
        Plan plan = visible(number);
        views.require(PlanStep.DRAFT, plan);
        PlanStep.TABLE.require(PlanStep.DRAFT, plan.state());
        TakenFile file = keeping.taken(givenName, content);
        Instant now = keeping.now();
        int edition = editions.begin(plan.id(), keeping.actor(), now);
        UUID id = files.add(null, plan.id(), edition, file, keeping.by(), now);
        keeping.record("remedy.failure-plan-file-added", PlanNotices.PLAN, number, id, file.name(), file.sha256());
        return id;
    }

    /**
     * Removes a file of the edition being written (OFFICER of the institution or above it). What was handed in keeps its
     * own: that is refused (409).
     */
    @Transactional
    public void removeFromPlan(String number, UUID id) {
        Plan plan = visible(number);
        views.require(PlanStep.DRAFT, plan);
        PlanFile file = files.ofPlan(plan.id()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (isHandedIn(plan, file.edition())) {
            throw new Refusal(PlanError.FILE_HANDED_IN);
        }
        PlanStep.TABLE.require(PlanStep.DRAFT, plan.state());
        files.remove(id);
        keeping.record("remedy.failure-plan-file-removed", PlanNotices.PLAN, number, id, file.name(), file.sha256());
    }

    @Transactional
    public PlanFiles.Content ofGuideline(String number, UUID id) {
        return files.content(guidelines.visible(number).id(), id).orElseThrow(Refusal::notFound);
    }

    /** A file of a plan; those of the edition being written are the institution's own. */
    @Transactional
    public PlanFiles.Content ofPlan(String number, UUID id) {
        Plan plan = visible(number);
        PlanFiles.Content content = files.content(plan.id(), id).orElseThrow(Refusal::notFound);
        if (!isHandedIn(plan, content.edition()) && !views.seesDraft(plan)) {
            throw Refusal.notFound();
        }
        return content;
    }

    private boolean isHandedIn(Plan plan, @Nullable Integer edition) {
        return editions.of(plan.id()).stream()
                .anyMatch(one -> one.handedInAt() != null
                        && Integer.valueOf(one.number()).equals(edition));
    }

    private Plan visible(String number) {
        return plans.lock(number).filter(views::isVisible).orElseThrow(Refusal::notFound);
    }

    /** What is taken, by whom and when, and that it was. */
    @ApplicationScoped
    static class Keeping {

        private final Parties parties;
        private final PlanConfig config;
        private final Journal journal;
        private final Clock clock;

        Keeping(Parties parties, PlanConfig config, Journal journal, Clock clock) {
            this.parties = parties;
            this.config = config;
            this.journal = journal;
            this.clock = clock;
        }

        boolean mayAttach(Guideline to) {
            return parties.leads(to.authority());
        }

        Actor actor() {
            return parties.actor();
        }

        String by() {
            return parties.actor().name();
        }

        Instant now() {
            return clock.instant();
        }

        TakenFile taken(String givenName, byte[] content) {
            return TakenFile.of(givenName, content, config.fileLimit())
                    .orElseThrow(() -> new Refusal(
                            PlanError.FILE_REFUSED,
                            Map.of(
                                    "value",
                                    TakenFile.plain(givenName),
                                    "limit",
                                    config.fileLimit(),
                                    "allowed",
                                    TakenFile.kinds())));
        }

        void record(String rule, String kind, String number, UUID id, String name, String sha256) {
            journal.record(rule, kind, number, Map.of("file", id.toString(), "name", name, "sha256", sha256));
        }
    }
}
