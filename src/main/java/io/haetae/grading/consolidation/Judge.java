package io.haetae.grading.consolidation;

import io.haetae.grading.consolidation.CandidateStore.Row;
import io.haetae.rule.Consolidation;
import io.haetae.rule.Consolidation.Answer;
import io.haetae.rule.Consolidation.Fact;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at systems by one version of the rules.
 *
 * @param year whose facts are looked at
 */
record Judge(Consolidation rules, int year) {

    private static final BigDecimal BEST = BigDecimal.valueOf(100);

    /** A system with the availability that was measured; null when it was not. */
    Candidate look(Row row, @Nullable BigDecimal availability) {
        UseYear facts = facts(row, availability);
        Consolidation.Judged judged = rules.judge(row.systemGrade(), known(facts));
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

    /** What is said of a system whatever its availability was; nothing when it hangs on that. */
    Optional<Answer> whateverTheAvailability(Row row) {
        Answer worst = answer(row, BigDecimal.ZERO);
        return worst == answer(row, BEST) ? Optional.of(worst) : Optional.empty();
    }

    /** What is said of a system. */
    Answer answer(Row row, @Nullable BigDecimal availability) {
        return rules.candidate(row.systemGrade(), known(facts(row, availability)));
    }

    private UseYear facts(Row row, @Nullable BigDecimal availability) {
        UseYear said = row.said();
        return (said == null ? UseYear.unknown(year) : said).measured(availability, row.span());
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
}
