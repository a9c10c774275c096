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
import io.haetae.rule.Consolidation.Fact;
import io.haetae.rule.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        require(filter.year());
        Consolidation asked = asked();
        List<Candidate> all = all(scope, filter, asked);
        String after = cursor == null ? "" : Cursor.parse(cursor, 1).get(0);
        List<Candidate> wanted = wanted(all, filter).stream()
                .filter(one -> one.system().compareTo(after) > 0)
                .toList();
        List<Candidate> items = wanted.subList(0, Math.min(limit, wanted.size()));
        return new CandidateList(
                filter.year(),
                asked.ruleSet(),
                asked.version(),
                asked.title(),
                new Counts(count(all, Answer.YES), count(all, Answer.NO), count(all, Answer.UNKNOWN)),
                items,
                wanted.size() > limit ? Cursor.of(items.get(limit - 1).system()) : null);
    }

    /** All of them, for a table. */
    @Transactional
    public List<Candidate> export(Scope scope, CandidateFilter filter) {
        require(filter.year());
        return wanted(all(scope, filter, asked()), filter);
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
                judged(found, year, asked).get(0),
                store.alike(system.id(), asked, scope),
                access.recommendsTo(system.owner()));
    }

    private List<Candidate> all(Scope scope, CandidateFilter filter, Consolidation asked) {
        Integer[] grades = asked.systemGrades().toArray(Integer[]::new);
        List<Row> rows = store.lookedAt(filter.year(), today(), grades, scope, filter.institution());
        return judged(rows, filter.year(), asked);
    }

    private List<Candidate> judged(List<Row> rows, int year, Consolidation asked) {
        Map<UUID, BigDecimal> measured =
                availability.of(rows.stream().map(Row::id).toList(), year);
        return rows.stream()
                .map(row -> candidate(row, year, measured.get(row.id()), asked))
                .toList();
    }

    private static Candidate candidate(Row row, int year, @Nullable BigDecimal measured, Consolidation asked) {
        UseYear facts = row.said() == null
                ? UseYear.unknown(year, measured)
                : row.said().measured(measured);
        Consolidation.Judged judged = asked.judge(row.systemGrade(), known(facts));
        return new Candidate(
                row.code(),
                row.name(),
                row.owner(),
                row.systemGrade(),
                year,
                judged.candidate(),
                judged.lowUse(),
                judged.lowPerformance(),
                judged.reasons(),
                facts);
    }

    /** What is known, by the names of the rules. */
    private static Map<Fact, BigDecimal> known(UseYear facts) {
        Map<Fact, BigDecimal> known = new EnumMap<>(Fact.class);
        put(known, Fact.USERS, whole(facts.users()));
        put(known, Fact.TRANSACTIONS, whole(facts.transactions()));
        put(known, Fact.SATISFACTION, facts.satisfaction());
        put(known, Fact.RESPONSE_MILLIS, whole(facts.responseMillis()));
        put(known, Fact.AVAILABILITY, facts.availability());
        put(known, Fact.COST_PER_USE, facts.costPerUse());
        return known;
    }

    private static void put(Map<Fact, BigDecimal> known, Fact fact, @Nullable BigDecimal value) {
        if (value != null) {
            known.put(fact, value);
        }
    }

    private static @Nullable BigDecimal whole(@Nullable Long value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private static List<Candidate> wanted(List<Candidate> all, CandidateFilter filter) {
        Answer wanted = filter.candidate();
        return wanted == null
                ? all
                : all.stream().filter(one -> one.candidate() == wanted).toList();
    }

    private static int count(List<Candidate> all, Answer answer) {
        return (int) all.stream().filter(one -> one.candidate() == answer).count();
    }

    private Consolidation asked() {
        return rules.consolidation().orElseThrow(() -> new Refusal(ConsolidationError.NO_RULES));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.SEOUL);
    }
}
