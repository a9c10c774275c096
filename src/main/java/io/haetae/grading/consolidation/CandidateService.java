package io.haetae.grading.consolidation;

import io.haetae.grading.YearlyAvailability;
import io.haetae.grading.consolidation.CandidateList.Counts;
import io.haetae.grading.consolidation.CandidateStore.Row;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Zones;
import io.haetae.register.SystemView;
import io.haetae.rule.Consolidation;
import io.haetae.rule.Consolidation.Answer;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which systems of grade 3 or lower are looked at for a merge or an abolition, by the rules in force. It decides nothing. */
@ApplicationScoped
public class CandidateService {

    private final CandidateStore store;
    private final YearlyAvailability availability;
    private final ConsolidationAccess access;
    private final RuleSets rules;
    private final Clock clock;

    CandidateService(
            CandidateStore store,
            YearlyAvailability availability,
            ConsolidationAccess access,
            RuleSets rules,
            Clock clock) {
        this.store = store;
        this.availability = availability;
        this.access = access;
        this.rules = rules;
        this.clock = clock;
    }

    /** The year that is looked at when none is named: the last one that is over. */
    int usualYear() {
        return today().getYear() - 1;
    }

    /** One page by code, with the counts of all. As many statements, however many systems. */
    @Transactional
    public CandidateList list(Scope scope, CandidateFilter filter, int limit, @Nullable String cursor) {
        Consolidation asked = asked();
        Judge judge = judge(filter, asked);
        Map<Row, Answer> all = answers(rows(scope, filter, asked), judge);
        String after = cursor == null ? "" : Cursor.parse(cursor, 1).get(0);
        List<Row> wanted = wanted(all, filter).stream()
                .filter(row -> row.code().compareTo(after) > 0)
                .toList();
        List<Row> page = wanted.subList(0, Math.min(limit, wanted.size()));
        return new CandidateList(
                filter.year(),
                asked.ruleSet(),
                asked.version(),
                asked.title(),
                new Counts(count(all, Answer.YES), count(all, Answer.NO), count(all, Answer.UNKNOWN)),
                measured(page, judge),
                wanted.size() > limit ? Cursor.of(page.get(limit - 1).code()) : null);
    }

    /** All of them, for a table. */
    @Transactional
    public List<Candidate> export(Scope scope, CandidateFilter filter) {
        Consolidation asked = asked();
        Judge judge = judge(filter, asked);
        return measured(wanted(answers(rows(scope, filter, asked), judge), filter), judge);
    }

    /** Refuses (422) a year of which nothing can be known. */
    private void require(int year) {
        int last = today().getYear();
        if (year < UseService.FIRST || year > last) {
            throw Refusal.fields(List.of(new FieldError(
                    "/year", "not-one-of", Map.of("value", year, "allowed", UseService.FIRST + "–" + last))));
        }
    }

    /** One system in scope, with those into which it could be merged. Refuses (404) one that was not in service in the year. */
    @Transactional
    public CandidateSheet of(String code, int year) {
        require(year);
        SystemView system = access.seen(code);
        Scope scope = access.actor().scope();
        Consolidation asked = asked();
        List<Row> found = store.lookedAt(year, today(), scope, system.id());
        if (found.isEmpty()) {
            throw Refusal.notFound();
        }
        return new CandidateSheet(
                asked.ruleSet(),
                asked.version(),
                measured(found, new Judge(asked, year)).get(0),
                store.alike(system.id(), asked, scope),
                access.recommendsTo(system.owner()));
    }

    private Judge judge(CandidateFilter filter, Consolidation asked) {
        require(filter.year());
        return new Judge(asked, filter.year());
    }

    private List<Row> rows(Scope scope, CandidateFilter filter, Consolidation asked) {
        Integer[] grades = asked.systemGrades().toArray(Integer[]::new);
        return store.lookedAt(filter.year(), today(), grades, scope, filter.institution());
    }

    /** What is said of each, by code. Only those that hang on it are measured: most do not. */
    private Map<Row, Answer> answers(List<Row> rows, Judge judge) {
        Map<Row, Answer> answers = new LinkedHashMap<>();
        List<Row> hanging = new ArrayList<>();
        for (Row row : rows) {
            Optional<Answer> certain = judge.whateverTheAvailability(row);
            answers.put(row, certain.orElse(Answer.UNKNOWN));
            if (certain.isEmpty()) {
                hanging.add(row);
            }
        }
        Map<UUID, BigDecimal> measured = availability.of(ids(hanging), judge.year());
        hanging.forEach(row -> answers.put(row, judge.answer(row, measured.get(row.id()))));
        return answers;
    }

    private List<Candidate> measured(List<Row> rows, Judge judge) {
        Map<UUID, BigDecimal> measured = availability.of(ids(rows), judge.year());
        return rows.stream().map(row -> judge.look(row, measured.get(row.id()))).toList();
    }

    private static List<UUID> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }

    private static List<Row> wanted(Map<Row, Answer> all, CandidateFilter filter) {
        Answer wanted = filter.candidate();
        return all.entrySet().stream()
                .filter(one -> wanted == null || one.getValue() == wanted)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int count(Map<Row, Answer> all, Answer answer) {
        return (int) all.values().stream().filter(one -> one == answer).count();
    }

    private Consolidation asked() {
        return rules.consolidation().orElseThrow(() -> new Refusal(ConsolidationError.NO_RULES));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.SEOUL);
    }
}
