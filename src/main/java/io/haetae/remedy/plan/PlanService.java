package io.haetae.remedy.plan;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Zones;
import io.haetae.remedy.Parties;
import io.haetae.remedy.Reminders;
import io.haetae.remedy.Steps.Move;
import io.haetae.remedy.plan.PlanStore.Plan;
import io.haetae.remedy.plan.PlanStore.Said;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes plans, hands them in, asks for completion, takes them. */
@ApplicationScoped
public class PlanService {

    private static final int WAITING = 20;

    private final PlanStore store;
    private final EditionStore editions;
    private final PlanViews views;
    private final PlanNotices notices;
    private final Parties parties;
    private final Journal journal;
    private final Clock clock;

    PlanService(
            PlanStore store,
            EditionStore editions,
            PlanViews views,
            PlanNotices notices,
            Parties parties,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.editions = editions;
        this.views = views;
        this.notices = notices;
        this.parties = parties;
        this.journal = journal;
        this.clock = clock;
    }

    /** Plans that the reader may see, those of the newest guideline first. */
    @Transactional
    public Page<PlanRow> list(PlanFilter filter, int limit, @Nullable String cursor) {
        List<PlanRow> rows = store.list(
                parties.seesEverything(),
                parties.leading(),
                parties.own(),
                filter,
                GuidelineService.seq(cursor),
                limit + 1,
                clock.instant());
        return Page.of(rows, limit, row -> Cursor.of(row.seq()));
    }

    /** What the reader's office owes, and what the reader's authority has to look at. */
    @Transactional
    public List<PlanRow> mine() {
        String[] owing = parties.answersFor(parties.actor().institution()) ? parties.own() : new String[0];
        return store.waiting(owing, parties.leading(), WAITING, clock.instant());
    }

    /** One, or a refusal (404) when the reader may not know of it. */
    @Transactional
    public PlanView get(String number) {
        return views.view(visible(store.find(number)), clock.instant());
    }

    /** Saves what has been written so far (OFFICER of the institution or above it). Nobody else sees it. */
    @Transactional
    public PlanView draft(String number, int edited, @Valid PlanText text) {
        Plan plan = lock(number, PlanStep.DRAFT);
        IfMatch.check(edited, plan.version());
        Move<PlanStep, PlanState> move = PlanStep.TABLE.require(PlanStep.DRAFT, plan.state());
        Instant now = clock.instant();
        editions.save(plan.id(), text, parties.actor(), now);
        return take(plan, move, plan.dueAt(), Said.of(null), now);
    }

    /** Hands in what was written, every section of it (OFFICER of the institution or above it). */
    @Transactional
    public PlanView handIn(String number, @Valid PlanCommands.Submission said) {
        Plan plan = lock(number, PlanStep.SUBMISSION);
        Move<PlanStep, PlanState> move = PlanStep.TABLE.require(PlanStep.SUBMISSION, plan.state());
        EditionStore.Edition draft = editions.of(plan.id()).stream()
                .findFirst()
                .filter(one -> one.handedInAt() == null)
                .orElseThrow(() -> Refusal.fields(PlanText.NONE.missing()));
        List<FieldError> missing = draft.text().missing();
        if (!missing.isEmpty()) {
            throw Refusal.fields(missing);
        }
        Instant now = clock.instant();
        boolean late = plan.isOverdue(now);
        Actor by = parties.actor();
        String document = said.documentNumber();
        editions.handIn(
                plan.id(),
                document == null || document.isBlank() ? null : document.strip(),
                late,
                editions.covered(plan.institution()),
                by,
                now);
        String note = Said.of(said.note()).text();
        return take(plan, move, null, new Said(note, null, draft.number(), late), now);
    }

    /** 보완 요청: says what is missing and until when it is awaited (the authority, not whoever handed it in). */
    @Transactional
    public PlanView askCompletion(String number, @Valid PlanCommands.CompletionRequest said) {
        Plan plan = lock(number, PlanStep.COMPLETION);
        Move<PlanStep, PlanState> move = PlanStep.TABLE.require(PlanStep.COMPLETION, plan.state());
        Instant now = clock.instant();
        if (said.until().isBefore(LocalDate.ofInstant(now, Zones.SEOUL))) {
            throw Refusal.field("/until", "in-the-past", said.until());
        }
        Said words = new Said(said.text().strip(), said.until(), null, false);
        return take(plan, move, Reminders.after(said.until()), words, now);
    }

    /** The authority takes the plan (not whoever handed it in). */
    @Transactional
    public PlanView accept(String number, @Valid PlanCommands.Acceptance said) {
        Plan plan = lock(number, PlanStep.ACCEPTANCE);
        Move<PlanStep, PlanState> move = PlanStep.TABLE.require(PlanStep.ACCEPTANCE, plan.state());
        return take(plan, move, null, Said.of(said.note()), clock.instant());
    }

    /** The authority no longer asks for the plan. */
    @Transactional
    public PlanView release(String number, @Valid PlanCommands.Release said) {
        Plan plan = lock(number, PlanStep.RELEASE);
        Move<PlanStep, PlanState> move = PlanStep.TABLE.require(PlanStep.RELEASE, plan.state());
        return take(plan, move, null, Said.of(said.reason()), clock.instant());
    }

    private Plan visible(Optional<Plan> found) {
        Plan plan = found.orElseThrow(Refusal::notFound);
        if (!views.isVisible(plan)) {
            throw Refusal.notFound();
        }
        return plan;
    }

    /** Who stands on the side is asked before the state: a stranger learns nothing of it. */
    private Plan lock(String number, PlanStep step) {
        Plan plan = visible(store.lock(number));
        views.require(step, plan);
        return plan;
    }

    private PlanView take(Plan plan, Move<PlanStep, PlanState> move, @Nullable Instant dueAt, Said said, Instant now) {
        Instant nextAt = dueAt == null ? null : Reminders.next(dueAt, now, PlanReminders.BEFORE);
        store.take(plan, move, dueAt, nextAt, said, parties.actor(), now);
        views.lookedAt(plan, move, dueAt);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("institution", plan.institution());
        data.put("guideline", plan.guidelineNumber());
        data.put("state", move.to());
        if (said.text() != null) {
            data.put("text", said.text());
        }
        if (said.edition() != null) {
            data.put("edition", said.edition());
            data.put("late", said.late());
        }
        if (dueAt != null) {
            data.put("dueAt", dueAt);
        }
        journal.record(move.rule(), PlanNotices.PLAN, plan.number(), data);
        Plan after = store.find(plan.number()).orElseThrow();
        notices.taken(after, move, now);
        return views.view(after, now);
    }
}
