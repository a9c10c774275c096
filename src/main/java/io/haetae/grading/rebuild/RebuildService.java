package io.haetae.grading.rebuild;

import io.haetae.audit.Journal;
import io.haetae.grading.rebuild.RebuildStore.Given;
import io.haetae.grading.rebuild.RebuildStore.Rebuild;
import io.haetae.grading.rebuild.RebuildView.Item;
import io.haetae.grading.rebuild.RebuildView.Missing;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Zones;
import io.haetae.register.SystemView;
import io.haetae.rule.RebuildChecklist;
import io.haetae.rule.RuleRef;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 전면개편: begun, answered, reviewed, taken from phase to phase. */
@ApplicationScoped
public class RebuildService {

    static final String SUBJECT = "REBUILD";

    private final RebuildStore store;
    private final RebuildAccess access;
    private final RuleSets rules;
    private final RebuildDues dues;
    private final RebuildClocks clocks;
    private final Journal journal;
    private final Clock clock;

    RebuildService(
            RebuildStore store,
            RebuildAccess access,
            RuleSets rules,
            RebuildDues dues,
            RebuildClocks clocks,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.rules = rules;
        this.dues = dues;
        this.clocks = clocks;
        this.journal = journal;
        this.clock = clock;
    }

    /** A rebuild with the system that is rebuilt and the checklist it began with. */
    private record Seen(Rebuild rebuild, SystemView system, RebuildChecklist checklist) {}

    /** Begins the record (OFFICER of the owner's side); one per system while it runs (409). */
    @Transactional
    public RebuildView begin(@Valid RebuildCommand command) {
        SystemView system = access.toBeRebuilt(command.system());
        RebuildChecklist checklist = rules.rebuildChecklist().orElseThrow(() -> new Refusal(RebuildError.NO_CHECKLIST));
        Instant now = clock.instant();
        Rebuild begun = new Rebuild(
                Ids.at(now),
                "RBD-%d-%04d".formatted(now.atZone(Zones.SEOUL).getYear(), store.nextNumber()),
                system.id(),
                command.title().strip(),
                command.budgetWon(),
                checklist.ruleSet(),
                checklist.version(),
                Phase.PLANNED,
                now,
                1);
        if (!store.add(begun)) {
            throw new Refusal(RebuildError.ALREADY_RUNNING, Map.of("value", system.code()));
        }
        store.step(begun, PhaseMove.BEGUN, Phase.PLANNED, begun.budgetWon(), null, access.actor(), now);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("system", system.code());
        data.put("title", begun.title());
        data.put("budgetWon", known(begun.budgetWon()));
        data.put("ruleSet", begun.ruleSet() + "@" + begun.ruleVersion());
        journal.record(PhaseMove.BEGUN, SUBJECT, begun.number(), data);
        return get(begun.number());
    }

    /** Answers an item (OFFICER of the owner's side); an answer given anew is open to be reviewed anew. */
    @Transactional
    public RebuildView answer(String number, String item, @Valid ItemAnswer said) {
        Seen seen = running(number);
        access.requireOwner(seen.system());
        RebuildChecklist.Item asked = asked(seen, item);
        boolean proven = said.evidence() != null && !said.evidence().isBlank();
        if (said.answer() == ItemAnswer.Answer.DONE && !proven) {
            throw Refusal.field("/evidence", "required", "");
        }
        if (said.answer() == ItemAnswer.Answer.NOT_APPLICABLE && !asked.mayNotApply()) {
            throw Refusal.fields(List.of(new FieldError(
                    "/answer", "not-one-of", Map.of("value", said.answer(), "allowed", "DONE, NOT_DONE, UNKNOWN"))));
        }
        Instant now = clock.instant();
        ItemAnswer kept = new ItemAnswer(said.answer(), said.reason(), proven ? said.evidence() : null);
        store.answer(seen.rebuild(), item, kept, access.actor(), now);
        dues.answered(
                seen.rebuild(),
                seen.system().owner(),
                asked,
                kept,
                access.actor().id(),
                now);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("item", item);
        data.put("answer", said.answer());
        data.put("reason", said.reason());
        data.put("evidence", Objects.requireNonNullElse(kept.evidence(), ""));
        journal.record("grading.rebuild-item-answered", SUBJECT, number, data);
        return get(number);
    }

    /** Reviews the last answer of an item (AUTHORITY of the owner's central authority, never whoever answered). */
    @Transactional
    public RebuildView review(String number, String item, @Valid ItemReview said) {
        Seen seen = running(number);
        access.requireAuthority(seen.system());
        RebuildChecklist.Item asked = asked(seen, item);
        Given answer =
                store.last(seen.rebuild(), item).orElseThrow(() -> Refusal.field("/item", "not-answered-yet", item));
        Actor by = access.actor();
        if (answer.person().equals(by.id())) {
            throw new Refusal(RebuildError.ANSWERER_REVIEWS);
        }
        Instant now = clock.instant();
        store.review(seen.rebuild(), answer, said, by, now);
        dues.reviewed(seen.rebuild(), seen.system().owner(), asked, said, answer.person(), now);
        journal.record(
                "grading.rebuild-item-reviewed",
                SUBJECT,
                number,
                Map.of("item", item, "outcome", said.outcome(), "note", said.note()));
        return get(number);
    }

    /** Sets another budget, by which the rule for large companies is computed anew (OFFICER of the owner's side). */
    @Transactional
    public RebuildView budget(String number, @Valid RebuildCommand.Budget said) {
        Seen seen = running(number);
        access.requireOwner(seen.system());
        Rebuild rebuild = seen.rebuild();
        store.set(rebuild, rebuild.phase(), said.budgetWon());
        Instant now = clock.instant();
        store.step(rebuild, PhaseMove.BUDGET, rebuild.phase(), said.budgetWon(), said.reason(), access.actor(), now);
        journal.record(
                PhaseMove.BUDGET,
                SUBJECT,
                number,
                Map.of("budgetWon", known(said.budgetWon()), "reason", said.reason()));
        return get(number);
    }

    /** Enters a phase (OFFICER of the owner's side). Refuses (409) while a mandatory item is open, and names each. */
    @Transactional
    public RebuildView enter(String number, @Valid RebuildCommand.Step said) {
        Seen seen = seen(store.lock(number).orElseThrow(Refusal::notFound));
        access.requireOwner(seen.system());
        Rebuild rebuild = seen.rebuild();
        PhaseMove move = PhaseMove.require(rebuild.phase(), said.to());
        List<Missing> missing = Checklist.missing(items(seen), move.to());
        if (!missing.isEmpty()) {
            throw open(missing);
        }
        store.set(rebuild, move.to(), rebuild.budgetWon());
        if (move.to().over()) {
            dues.over(rebuild);
        }
        store.step(rebuild, move.rule(), move.to(), null, said.note(), access.actor(), clock.instant());
        journal.record(move.rule(), SUBJECT, number, Map.of("from", move.from(), "to", move.to(), "note", said.note()));
        return get(number);
    }

    /** The rebuild, or a refusal (404) when its system is out of scope. */
    @Transactional
    public RebuildView get(String number) {
        return view(seen(store.find(number).orElseThrow(Refusal::notFound)));
    }

    /** One page, the newest first. */
    @Transactional
    public Page<RebuildRow> list(
            Scope scope,
            @Nullable String system,
            @Nullable String institution,
            boolean open,
            int limit,
            @Nullable String cursor) {
        String before = cursor == null ? null : Cursor.parse(cursor, 1).get(0);
        List<RebuildRow> rows = store.list(scope, system, institution, open, before, limit + 1);
        return Page.of(rows, limit, row -> Cursor.of(row.number()));
    }

    private Seen running(String number) {
        Seen seen = seen(store.lock(number).orElseThrow(Refusal::notFound));
        if (seen.rebuild().phase().over()) {
            throw new Refusal(RebuildError.OVER);
        }
        return seen;
    }

    private Seen seen(Rebuild rebuild) {
        SystemView system = access.seen(rebuild);
        RebuildChecklist checklist = rules.rebuildChecklist(RuleRef.pinned(rebuild.ruleSet(), rebuild.ruleVersion()))
                .orElseThrow(() -> new IllegalStateException("the checklist of " + rebuild.number() + " is gone"));
        return new Seen(rebuild, system, checklist);
    }

    private static RebuildChecklist.Item asked(Seen seen, String item) {
        return seen.checklist().items().stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow(() -> Refusal.field("/item", "unknown-value", item));
    }

    private static Refusal open(List<Missing> missing) {
        return new Refusal(
                RebuildError.ITEMS_OPEN,
                Map.of(
                        "missing", missing.stream().map(Missing::item).toList(),
                        "namesKo", missing.stream().map(one -> one.name().ko()).collect(Collectors.joining(", ")),
                        "namesEn", missing.stream().map(one -> one.name().en()).collect(Collectors.joining(", "))));
    }

    private List<Item> items(Seen seen) {
        return Checklist.items(
                seen.checklist(),
                seen.rebuild().budgetWon(),
                store.answers(seen.rebuild().id()),
                clocks.of(seen.rebuild().id()));
    }

    private RebuildView view(Seen seen) {
        Rebuild rebuild = seen.rebuild();
        SystemView system = seen.system();
        List<Item> items = items(seen);
        Phase next =
                rebuild.phase().over() ? null : PhaseMove.after(rebuild.phase()).get(0);
        return new RebuildView(
                rebuild.number(),
                rebuild.title(),
                system.code(),
                system.name(),
                system.owner(),
                rebuild.budgetWon(),
                seen.checklist().largeScale(system.largeScale(), rebuild.budgetWon()),
                seen.checklist().largeCompanies(rebuild.budgetWon()),
                seen.checklist().largeCompaniesFrom(),
                rebuild.phase(),
                rebuild.begunAt(),
                rebuild.ruleSet(),
                rebuild.ruleVersion(),
                items,
                next,
                next == null ? List.of() : Checklist.missing(items, next),
                store.steps(rebuild.id()),
                access.allowed(rebuild, system),
                rebuild.version());
    }

    private static Object known(@Nullable Long budget) {
        return budget == null ? "UNKNOWN" : budget;
    }
}
