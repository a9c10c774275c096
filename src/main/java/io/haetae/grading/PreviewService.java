package io.haetae.grading;

import io.haetae.grading.PreviewRegister.Entry;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Page;
import io.haetae.kernel.Scope;
import io.haetae.rule.BulkGrader;
import io.haetae.rule.DependentGrade;
import io.haetae.rule.GradeDuties;
import io.haetae.rule.SystemGradeResult;
import io.haetae.rule.SystemGradeRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a version of the rules for system grades would change, before it is in force: over the whole register, with the
 * reason for each system that moves, and what becomes of the duties that bear costs. Nothing is stored.
 */
@ApplicationScoped
public class PreviewService {

    private static final int GRADES = 5;

    private final SystemGradeRules rules;
    private final PreviewRegister register;
    private final InstitutionService institutions;

    PreviewService(SystemGradeRules rules, PreviewRegister register, InstitutionService institutions) {
        this.rules = rules;
        this.register = register;
        this.institutions = institutions;
    }

    /** One page of what moves, with the counts of the whole, as far as the scope reaches. */
    @Transactional
    public PreviewView preview(
            BulkGrader version, PreviewFilter filter, Scope scope, int limit, @Nullable String cursor) {
        return preview(version, filter, scope, limit, cursor, PreviewSteps.UNTOLD);
    }

    /** The same, telling how far it is. */
    @Transactional
    public PreviewView preview(
            BulkGrader version,
            PreviewFilter filter,
            Scope scope,
            int limit,
            @Nullable String cursor,
            PreviewSteps steps) {
        long begun = System.nanoTime();
        Run run = run(version, scope, steps);
        String after = cursor == null ? "" : Cursor.parse(cursor, 1).get(0);
        List<PreviewRow> rows = run.rows(chosen(filter), after, limit + 1);
        Page<PreviewRow> page = Page.of(rows, limit, row -> Cursor.of(row.system()));
        int[][] counts = run.counts();
        List<PreviewView.Cell> matrix = new ArrayList<>();
        for (int from = 0; from < GRADES; from++) {
            for (int to = 0; to < GRADES; to++) {
                matrix.add(new PreviewView.Cell(from, to, counts[from][to]));
            }
        }
        int systems = matrix.stream().mapToInt(PreviewView.Cell::count).sum();
        int same = matrix.stream()
                .filter(PreviewView.Cell::same)
                .mapToInt(PreviewView.Cell::count)
                .sum();
        return new PreviewView(
                version.ruleSet(),
                version.version(),
                systems,
                same,
                run.withoutFacts(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
                matrix,
                matrix.stream().filter(cell -> !cell.same() && cell.count() > 0).toList(),
                duties(counts),
                page.items(),
                page.next());
    }

    /** Everything that moves. */
    @Transactional
    public List<PreviewRow> all(BulkGrader version, PreviewFilter filter, Scope scope) {
        return run(version, scope, PreviewSteps.UNTOLD).rows(chosen(filter), "", Integer.MAX_VALUE);
    }

    private Run run(BulkGrader version, Scope scope, PreviewSteps steps) {
        return new Run(version, register.systems(scope, steps), register.leans(version.floors()), steps);
    }

    private Predicate<Moved> chosen(PreviewFilter filter) {
        String institution = filter.institution();
        Set<String> owners = institution == null ? Set.of() : institutions.selfAndBelow(institution);
        return moved -> (filter.from() == null || filter.from() == moved.from())
                && (filter.to() == null || filter.to() == moved.to())
                && (institution == null || owners.contains(moved.owner()));
    }

    private record Moved(int from, int to, String owner) {}

    private List<PreviewView.DutyChange> duties(int[][] counts) {
        List<PreviewView.DutyChange> changes = new ArrayList<>();
        for (GradeDuties.Duty duty : rules.duties(null).duties()) {
            Map<GradeDuties.Change, Integer> sums = new HashMap<>();
            for (int from = 0; from < GRADES; from++) {
                for (int to = 0; to < GRADES; to++) {
                    sums.merge(duty.between(from, to), counts[from][to], Integer::sum);
                }
            }
            changes.add(new PreviewView.DutyChange(
                    duty.id(),
                    duty.name(),
                    duty.costly(),
                    sums.getOrDefault(GradeDuties.Change.GAINED, 0),
                    sums.getOrDefault(GradeDuties.Change.LOST, 0),
                    sums.getOrDefault(GradeDuties.Change.CHANGED, 0)));
        }
        return changes;
    }

    /** One going over the register. */
    private final class Run {

        private final BulkGrader grader;
        private final List<Entry> entries;
        private final WhatIf whatIf;

        Run(BulkGrader grader, List<Entry> entries, List<WhatIf.Lean> leans, PreviewSteps steps) {
            this.grader = grader;
            this.entries = entries;
            this.whatIf = new WhatIf(
                    entries.stream()
                            .map(entry -> new WhatIf.Subject(entry.id(), entry.grade(), entry.facts()))
                            .toList(),
                    leans,
                    told(grader, entries.size(), steps),
                    grader.floors());
        }

        private static Function<Map<String, Object>, OptionalInt> told(
                BulkGrader grader, int systems, PreviewSteps steps) {
            AtomicInteger graded = new AtomicInteger();
            return facts -> {
                OptionalInt grade = grader.grade(facts);
                steps.graded(systems, graded.incrementAndGet());
                return grade;
            };
        }

        int[][] counts() {
            int[][] counts = new int[GRADES][GRADES];
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).reached()) {
                    counts[whatIf.before(i)][whatIf.after(i)]++;
                }
            }
            return counts;
        }

        int withoutFacts() {
            int without = 0;
            for (int i = 0; i < entries.size(); i++) {
                without += entries.get(i).reached() && !whatIf.isByFacts(i) ? 1 : 0;
            }
            return without;
        }

        List<PreviewRow> rows(Predicate<Moved> chosen, String after, int most) {
            List<PreviewRow> rows = new ArrayList<>();
            for (int i = 0; i < entries.size() && rows.size() < most; i++) {
                Entry entry = entries.get(i);
                Moved moved = new Moved(whatIf.before(i), whatIf.after(i), entry.owner());
                if (entry.reached()
                        && moved.from() != moved.to()
                        && entry.code().compareTo(after) > 0
                        && chosen.test(moved)) {
                    rows.add(row(i, entry));
                }
            }
            return rows;
        }

        private PreviewRow row(int index, Entry entry) {
            List<DependentGrade> dependents = dependents(index);
            List<LocalizedText> why = new ArrayList<>();
            if (whatIf.isByFacts(index)) {
                SystemGradeResult result =
                        grader.explain(entry.facts(), dependents).result();
                result.floors().forEach(floor -> why.add(floor.why()));
                result.criteria().forEach(criterion -> why.add(criterion.why()));
            } else {
                grader.raising(whatIf.own(index), dependents).forEach(floor -> why.add(floor.why()));
            }
            return new PreviewRow(
                    entry.code(),
                    entry.name(),
                    entry.owner(),
                    entry.grade(),
                    whatIf.after(index),
                    whatIf.isByFacts(index),
                    why);
        }

        private List<DependentGrade> dependents(int index) {
            List<DependentGrade> dependents = new ArrayList<>();
            if (whatIf.after(index) == whatIf.own(index)) {
                return dependents; // what leans on it made no difference
            }
            for (BulkGrader.Floor floor : grader.floors()) {
                whatIf.cause(index, floor)
                        .map(way -> new DependentGrade(
                                whatIf.own(way.end()),
                                way.steps().stream().map(this::hop).toList()))
                        .ifPresent(dependents::add);
            }
            return dependents;
        }

        private SystemGradeResult.Hop hop(WhatIf.Step step) {
            Entry entry = entries.get(step.from());
            return new SystemGradeResult.Hop(entry.code(), entry.name(), step.type());
        }
    }
}
