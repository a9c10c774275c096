package io.haetae.rule.engine;

import com.google.protobuf.NullValue;
import io.haetae.kernel.LocalizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A decision table: any cell suffices, the worst wins, each criterion says why. */
public final class WorstOfRules implements RuleSet {

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
     */
    record Table(
            List<Fact> facts,
            List<Derived> derived,
            List<Criterion> criteria,
            List<Adjustment> adjustments,
            int mildest,
            LocalizedText otherwise,
            List<String> words) {}

    private final Header header;
    private final Table table;
    private final List<Long> limits;

    WorstOfRules(Header header, Table table) {
        this.header = header;
        this.table = table;
        this.limits = table.criteria().stream()
                .flatMap(criterion -> criterion.cells().stream())
                .filter(cell -> cell.clock() != null && cell.after() > 0)
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
                    holding.stream().max(Comparator.comparingLong(scope -> minutes(cell, scope)));
            if (longest.isEmpty()) {
                continue;
            }
            long missing = cell.clock() == null ? 0 : cell.after() - minutes(cell, longest.get());
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

    private static long minutes(Cell cell, Map<String, Object> scope) {
        return cell.clock() == null ? 0 : (Long) entry(scope).getOrDefault(cell.clock(), 0L);
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
