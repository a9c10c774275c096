package io.haetae.rule.engine;

import com.google.protobuf.NullValue;
import io.haetae.kernel.LocalizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A decision table: any cell suffices, the worst wins, each criterion says why. */
public final class WorstOfRules implements GradingRules {

    /**
     * A criterion: its cells, worst first.
     *
     * @param id of the criterion
     * @param each the list whose entries it looks at one by one, null for the facts as a whole
     * @param adjusted whether adjustments apply to it
     * @param cells worst first
     */
    record Criterion(String id, @Nullable String each, boolean adjusted, List<Cell> cells) {}

    /** A field computed once for every entry of a list. */
    record Derived(String each, String name, Expression value) {}

    /** What makes every grade milder by so many, never beyond the mildest. */
    record Adjustment(String id, Expression when, int milder, LocalizedText why) {}

    /**
     * Everything the table consists of.
     *
     * @param words what its grades are called, worst first; empty when they are numbers
     * @param names of the criteria
     * @param questions what a person is asked; none for facts that only a room gathers
     * @param scheme names of grades and floors
     */
    record Table(
            List<Fact> facts,
            List<Derived> derived,
            List<Criterion> criteria,
            List<Adjustment> adjustments,
            int mildest,
            LocalizedText otherwise,
            List<String> words,
            Map<String, LocalizedText> names,
            List<Question> questions,
            Scheme scheme) {}

    private final Header header;
    private final Table table;
    private final List<Long> limits;

    WorstOfRules(Header header, Table table) {
        this.header = header;
        this.table = table;
        this.limits = table.criteria().stream()
                .flatMap(criterion -> criterion.cells().stream())
                .filter(cell -> cell.clock() != null && cell.afterOf() == null && cell.after() > 0)
                .map(Cell::after)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Header header() {
        return header;
    }

    /** Every limit in minutes after which a grade may be worse, ascending. */
    public List<Long> limits() {
        return limits;
    }

    @Override
    public Scheme scheme() {
        return table.scheme();
    }

    @Override
    public List<Question> questions() {
        return table.questions();
    }

    /** Whether the entries of a list of facts have that field. */
    public boolean asks(String list, String field) {
        return table.facts().stream()
                .filter(fact -> fact.name().equals(list))
                .flatMap(fact -> fact.of().stream())
                .anyMatch(fact -> fact.name().equals(field));
    }

    @Override
    public Set<String> facts() {
        return table.facts().stream().map(Fact::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int gradeOf(Map<String, ?> facts) {
        Map<String, Object> variables = variables(read(facts, false));
        return table.scheme().raised(worst(variables), variables);
    }

    @Override
    public SystemVerdict judge(Map<String, ?> facts, boolean strict) {
        WorstOfResult result = strict ? evaluateStrictly(facts) : evaluateKnown(facts);
        return SystemVerdict.of(result, table.names(), table.scheme())
                .raised(table.scheme().holding(variables(result.facts())), table.scheme());
    }

    /** The worst grade, without a word. */
    private int worst(Map<String, Object> variables) {
        int milder = table.adjustments().stream()
                .filter(adjustment -> adjustment.when().holds(variables))
                .mapToInt(Adjustment::milder)
                .sum();
        int worst = table.mildest();
        for (Criterion criterion : table.criteria()) {
            List<Map<String, Object>> scopes = scopes(criterion.each(), variables);
            for (Cell cell : criterion.cells()) {
                if (scopes.stream().anyMatch(scope -> cell.when().holds(scope) && cell.missing(scope) <= 0)) {
                    worst = Math.min(
                            worst,
                            criterion.adjusted() ? Math.min(table.mildest(), cell.grade() + milder) : cell.grade());
                    break;
                }
            }
        }
        return worst;
    }

    /** What its grades are called, worst first; empty when they are numbers. */
    public List<String> words() {
        return table.words();
    }

    /** Evaluates facts as a person gave them: an unknown fact is refused. */
    public WorstOfResult evaluateStrictly(Map<String, ?> facts) {
        return evaluate(read(facts, true));
    }

    /** Evaluates facts as a room gathered them: one that this version does not ask for is left aside. */
    public WorstOfResult evaluateKnown(Map<String, ?> facts) {
        return evaluate(read(facts, false));
    }

    private Map<String, Object> read(Map<String, ?> given, boolean strict) {
        List<FactError> errors = new ArrayList<>();
        Map<String, Object> facts = Fact.readAll(table.facts(), given, "", strict, errors);
        if (!errors.isEmpty()) {
            throw new FactsRefused(errors);
        }
        return facts;
    }

    private WorstOfResult evaluate(Map<String, Object> facts) {
        Map<String, Object> variables = variables(facts);
        List<Adjustment> adjustments = table.adjustments().stream()
                .filter(adjustment -> adjustment.when().holds(variables))
                .toList();
        int milder = adjustments.stream().mapToInt(Adjustment::milder).sum();
        Verdict verdict = new Verdict(table.mildest(), milder);
        for (Criterion criterion : table.criteria()) {
            judge(criterion, variables, verdict);
        }
        return verdict.result(facts, adjustments, table.otherwise(), limits);
    }

    private static void judge(Criterion criterion, Map<String, Object> variables, Verdict verdict) {
        List<Map<String, Object>> scopes = scopes(criterion.each(), variables);
        for (Cell cell : criterion.cells()) {
            List<Map<String, Object>> holding =
                    scopes.stream().filter(scope -> cell.when().holds(scope)).toList();
            Optional<Map<String, Object>> longest =
                    holding.stream().min(Comparator.comparingLong(scope -> cell.missing(scope)));
            if (longest.isEmpty()) {
                continue;
            }
            long missing = cell.missing(longest.get());
            if (missing <= 0) {
                verdict.holds(criterion, cell, longest.get());
                return;
            }
            verdict.willHold(criterion, cell, missing, longest.get());
        }
    }

    private static List<Map<String, Object>> scopes(@Nullable String each, Map<String, Object> variables) {
        if (each == null) {
            return List.of(variables);
        }
        List<Map<String, Object>> scopes = new ArrayList<>();
        for (Object entry : (List<?>) variables.getOrDefault(each, List.of())) {
            Map<String, Object> scope = new HashMap<>(variables);
            scope.put(Expressions.ENTRY, entry);
            scopes.add(scope);
        }
        return scopes;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> entry(Map<String, Object> scope) {
        return (Map<String, Object>) scope.getOrDefault(Expressions.ENTRY, Map.of());
    }

    /** The facts with what expressions need besides: null for what is unknown, computed fields on entries. */
    private Map<String, Object> variables(Map<String, Object> facts) {
        Map<String, Object> variables = new HashMap<>(facts);
        for (Fact fact : table.facts()) {
            variables.putIfAbsent(fact.name(), NullValue.NULL_VALUE);
        }
        for (Derived derived : table.derived()) {
            List<Object> entries = new ArrayList<>();
            for (Map<String, Object> scope : scopes(derived.each(), variables)) {
                Map<String, Object> entry = new HashMap<>(entry(scope));
                entry.put(derived.name(), derived.value().value(scope));
                entries.add(entry);
            }
            variables.put(derived.each(), entries);
        }
        return variables;
    }
}
