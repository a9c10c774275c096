package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules that say which systems are looked at for a merge or an abolition: little use and poor performance, both, of a
 * system of certain grades. What is not known is unknown, never low and never good.
 *
 * @param systemGrades grades that are looked at
 * @param partners which systems are proposed as the one into which to merge
 */
public record ConsolidationRules(
        Header header, Set<Integer> systemGrades, Group use, Group performance, Partners partners) implements RuleSet {

    public ConsolidationRules {
        systemGrades = Set.copyOf(systemGrades);
    }

    /** What can be said of a question. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN;

        static Answer of(boolean yes) {
            return yes ? YES : NO;
        }

        /** Both: a single no decides, and what is unknown stays so. */
        Answer and(Answer other) {
            if (this == NO || other == NO) {
                return NO;
            }
            return this == YES && other == YES ? YES : UNKNOWN;
        }
    }

    /**
     * Which systems are alike.
     *
     * @param nameSimilarity likeness of names by trigrams, 0 to 1, from this on
     * @param sharedDependencies systems that both lean on, from so many on
     * @param most so many are shown
     */
    public record Partners(BigDecimal nameSimilarity, int sharedDependencies, int most) {}

    /** When a group of criteria counts as low. */
    public enum Low {
        /** Every criterion whose fact is known is low, and one is known. */
        EVERY_KNOWN,
        /** One criterion is low. */
        ANY
    }

    /**
     * One criterion.
     *
     * @param fact which fact it looks at
     * @param below low is less than the limit; else more than it
     * @param says with {@code {value}} and {@code {limit}}
     */
    public record Criterion(
            String id,
            String fact,
            LocalizedText name,
            String source,
            boolean below,
            BigDecimal limit,
            LocalizedText says) {

        Answer low(@Nullable BigDecimal value) {
            if (value == null) {
                return Answer.UNKNOWN;
            }
            int compared = value.compareTo(limit);
            return Answer.of(below ? compared < 0 : compared > 0);
        }
    }

    /** Criteria that are looked at together. */
    public record Group(Low low, List<Criterion> criteria) {

        public Group {
            criteria = List.copyOf(criteria);
        }

        List<Finding> look(Map<String, BigDecimal> facts) {
            return criteria.stream()
                    .map(one -> {
                        BigDecimal value = facts.get(one.fact());
                        return new Finding(one, one.low(value), value);
                    })
                    .toList();
        }

        Answer judge(List<Finding> findings) {
            Set<Answer> answers = findings.stream().map(Finding::low).collect(Collectors.toUnmodifiableSet());
            Answer decisive = low == Low.ANY ? Answer.YES : Answer.NO;
            if (answers.contains(decisive)) {
                return decisive;
            }
            if (low == Low.EVERY_KNOWN) {
                return answers.contains(Answer.YES) ? Answer.YES : Answer.UNKNOWN;
            }
            return answers.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.NO;
        }
    }

    /**
     * What one criterion says.
     *
     * @param low whether it is low by it
     * @param value the fact; null when it is unknown
     */
    public record Finding(
            Criterion criterion, Answer low, @Nullable BigDecimal value) {

        /** In words, for a value that is known. */
        public LocalizedText why() {
            String shown = shown(Objects.requireNonNull(value));
            String limit = shown(criterion.limit());
            LocalizedText says = criterion.says();
            return new LocalizedText(fill(says.ko(), shown, limit), fill(says.en(), shown, limit));
        }

        private static String shown(BigDecimal number) {
            int digits = Math.max(0, number.stripTrailingZeros().scale());
            return String.format(Locale.ROOT, "%,." + digits + "f", number);
        }

        private static String fill(String text, String value, String limit) {
            return text.replace("{value}", value).replace("{limit}", limit);
        }
    }

    /** What the rules say of one system. */
    public record Judged(
            Answer candidate, Answer lowUse, Answer lowPerformance, List<Finding> use, List<Finding> performance) {}

    /**
     * Looks at one system.
     *
     * @param systemGrade its grade, null while it has none
     * @param facts by name; what is not there is unknown
     */
    public Judged judge(@Nullable Integer systemGrade, Map<String, BigDecimal> facts) {
        List<Finding> used = use.look(facts);
        List<Finding> performed = performance.look(facts);
        Answer lowUse = use.judge(used);
        Answer lowPerformance = performance.judge(performed);
        Answer grade = systemGrade == null ? Answer.UNKNOWN : Answer.of(systemGrades.contains(systemGrade));
        return new Judged(grade.and(lowUse).and(lowPerformance), lowUse, lowPerformance, used, performed);
    }
}
