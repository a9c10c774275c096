package io.haetae.rule.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules that turn facts into a grade, by points or by a decision table. */
public sealed interface GradingRules extends RuleSet permits WeightedRules, WorstOfRules {

    /** What its grades are called, and what no grade may fall below. */
    Scheme scheme();

    /** What it asks. */
    List<Question> questions();

    /** The names of all facts it looks at. */
    Set<String> facts();

    /** The grade alone, without words and without floors: for going over a whole register. */
    int gradeOf(Map<String, ?> facts);

    /** The grade of a system with every reason, before any floor; facts it does not ask for are refused when strict. */
    SystemVerdict judge(Map<String, ?> facts, boolean strict);
}
