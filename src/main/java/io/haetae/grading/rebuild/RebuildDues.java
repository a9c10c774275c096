package io.haetae.grading.rebuild;

import io.haetae.audit.Journal;
import io.haetae.deadline.Length;
import io.haetae.deadline.Term;
import io.haetae.deadline.WorkingCalendar;
import io.haetae.grading.rebuild.RebuildClocks.Clock;
import io.haetae.grading.rebuild.RebuildNotices.About;
import io.haetae.grading.rebuild.RebuildStore.Rebuild;
import io.haetae.grading.rebuild.RebuildView.Awaited;
import io.haetae.kernel.LocalizedText;
import io.haetae.rule.RebuildChecklist;
import io.haetae.rule.RuleRef;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is awaited of a rebuild's items: from whom, until when, and that they are told. */
@ApplicationScoped
class RebuildDues {

    /** Product default: what is late is told of every week. */
    private static final Duration WEEK = Duration.ofDays(7);

    private final RebuildClocks clocks;
    private final RebuildNotices notices;
    private final RuleSets rules;
    private final RebuildConfig config;
    private final WorkingCalendar calendar;
    private final Journal journal;
    private final java.time.Clock clock;

    RebuildDues(
            RebuildClocks clocks,
            RebuildNotices notices,
            RuleSets rules,
            RebuildConfig config,
            WorkingCalendar calendar,
            Journal journal,
            java.time.Clock clock) {
        this.clocks = clocks;
        this.notices = notices;
        this.rules = rules;
        this.config = config;
        this.calendar = calendar;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * An answer that can be reviewed awaits its review; one that says it is not done yet awaits none. A completion that was
     * asked for stays awaited, by the same day, until a review agrees.
     */
    void answered(Rebuild rebuild, String owner, RebuildChecklist.Item item, ItemAnswer said, UUID by, Instant now) {
        boolean reviewable =
                said.answer() == ItemAnswer.Answer.DONE || said.answer() == ItemAnswer.Answer.NOT_APPLICABLE;
        if (!reviewable) {
            clocks.stop(rebuild.id(), item.id(), Awaited.REVIEW);
            clocks.resume(rebuild.id(), item.id(), Awaited.COMPLETION, now);
            return;
        }
        Instant due = await(rebuild, item.id(), Awaited.REVIEW, config.reviewWithin(), now);
        About about = new About(rebuild.number(), rebuild.title(), owner, item.name());
        var reviewers = notices.reviewers(owner).stream()
                .filter(person -> !person.id().equals(by))
                .toList();
        notices.tell(about, "answered", item.id() + ":" + now, reviewers, RebuildNotices.facts(about, due, Map.of()));
    }

    /** What is agreed awaits nothing; what is to be completed awaits that, and the owner's side is told either way. */
    void reviewed(
            Rebuild rebuild, String owner, RebuildChecklist.Item item, ItemReview said, UUID answerer, Instant now) {
        clocks.stop(rebuild.id(), item.id(), Awaited.REVIEW);
        boolean complete = said.outcome() == ItemReview.Outcome.COMPLETION_REQUESTED;
        Instant due = now;
        if (complete) {
            due = await(rebuild, item.id(), Awaited.COMPLETION, config.completeWithin(), now);
        } else {
            clocks.stop(rebuild.id(), item.id(), Awaited.COMPLETION);
        }
        About about = new About(rebuild.number(), rebuild.title(), owner, item.name());
        notices.tell(
                about,
                complete ? "completion-requested" : "agreed",
                item.id() + ":" + now,
                notices.answerers(owner, List.of(answerer)),
                RebuildNotices.facts(about, due, Map.of("note", said.note().strip())));
    }

    /** Nothing is awaited of a rebuild that is over. */
    void over(Rebuild rebuild) {
        clocks.stopAll(rebuild.id());
    }

    private Instant await(Rebuild rebuild, String item, Awaited awaits, int workingDays, Instant now) {
        Term term = term(workingDays, now);
        Instant due = term.dueAt().orElseThrow();
        clocks.await(rebuild.id(), item, awaits, due, term.warnAt().orElseThrow());
        return due;
    }

    private Term term(int workingDays, Instant now) {
        return Term.starting(now, Length.workingDays(workingDays), calendar);
    }

    /** Gives a day to what has waited since before there were days for it, counted from now; says to how much. */
    @Transactional
    public int date() {
        UUID[] rebuilds = clocks.undated();
        if (rebuilds.length == 0) {
            return 0;
        }
        Instant now = clock.instant();
        return date(rebuilds, Awaited.REVIEW, term(config.reviewWithin(), now))
                + date(rebuilds, Awaited.COMPLETION, term(config.completeWithin(), now));
    }

    private int date(UUID[] rebuilds, Awaited awaits, Term term) {
        return clocks.date(
                rebuilds, awaits, term.dueAt().orElseThrow(), term.warnAt().orElseThrow());
    }

    /** Reminds those of whom something is awaited; says how many clocks it looked at. */
    @Transactional
    public int remind(int most) {
        Instant now = clock.instant();
        List<Clock> due = clocks.claim(now, most);
        for (Clock each : due) {
            boolean late = !each.dueAt().isAfter(now);
            About about = new About(each.number(), each.title(), each.owner(), name(each));
            boolean review = each.awaits() == Awaited.REVIEW;
            notices.tell(
                    about,
                    (late ? "late-" : "near-") + (review ? "review" : "completion"),
                    each.item() + ":" + each.dueAt() + ":" + each.reminded(),
                    review ? notices.reviewers(each.owner()) : notices.answerers(each.owner(), List.of()),
                    RebuildNotices.facts(about, each.dueAt(), Map.of()));
            clocks.reminded(each, now.isBefore(each.dueAt()) ? each.dueAt() : now.plus(WEEK));
            journal.record(
                    late ? "grading.rebuild-late" : "grading.rebuild-reminded",
                    RebuildService.SUBJECT,
                    each.number(),
                    Map.of("item", each.item(), "awaits", each.awaits(), "dueAt", each.dueAt()));
        }
        return due.size();
    }

    /** The name of the item as the checklist has it by which the rebuild goes. */
    LocalizedText name(Clock of) {
        return rules.rebuildChecklist(RuleRef.pinned(of.ruleSet(), of.ruleVersion())).stream()
                .flatMap(checklist -> checklist.items().stream())
                .filter(item -> item.id().equals(of.item()))
                .map(RebuildChecklist.Item::name)
                .findFirst()
                .orElseGet(() -> new LocalizedText(of.item(), of.item()));
    }
}
