package io.haetae.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.haetae.kernel.YamlProblem;
import io.haetae.kernel.YamlRefused;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RuleSetReaderTest {

    private static final String FAILURE = "failure-grade/product-default/1.yaml";
    private static final String SYSTEM = "system-grade/mois-2024/1.yaml";
    private static final String CLOCK = "reporting-clock/product-default/1.yaml";

    private static List<YamlProblem> problems(String file, String from, String to) {
        String text = RuleFixture.text(file);
        assertThat(text).contains(from);
        String broken = text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
        YamlRefused refused = catchThrowableOfType(YamlRefused.class, () -> RuleFixture.read(file, broken));
        assertThat(refused).as("%s instead of %s", to, from).isNotNull();
        return refused.problems();
    }

    private static int lineOf(String file, String text) {
        return (int) RuleFixture.text(file)
                .substring(0, RuleFixture.text(file).indexOf(text))
                .lines()
                .count();
    }

    @Test
    void a_misspelt_fact_is_refused_with_its_line_and_column() {
        List<YamlProblem> problems = problems(FAILURE, "it.grade == 1 && it.stopped'", "it.grade == 1 && it.stoped'");

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).file()).isEqualTo(FAILURE);
        assertThat(problems.get(0).line()).isEqualTo(lineOf(FAILURE, "it.grade == 1 && it.stopped'"));
        assertThat(problems.get(0).column()).isEqualTo(15);
        assertThat(problems.get(0).reason()).contains("undefined field 'stoped'");
    }

    @Test
    void a_misspelt_choice_is_refused() {
        assertThat(problems(FAILURE, "deadline == \"TODAY\"", "deadline == \"TODAI\""))
                .extracting(YamlProblem::reason)
                .containsExactly("no fact can be 'TODAI'");
    }

    @Test
    void a_comparison_of_unlike_things_is_refused() {
        assertThat(problems(FAILURE, "spread.gradeOne >= 5", "spread.gradeOne >= \"TODAY\""))
                .extracting(YamlProblem::reason)
                .singleElement()
                .asString()
                .contains("found no matching overload");
    }

    @Test
    void a_condition_that_is_no_condition_is_refused() {
        assertThat(problems(FAILURE, "spread.gradeOne >= 5", "spread.gradeOne"))
                .extracting(YamlProblem::reason)
                .containsExactly("gives int where bool is needed");
    }

    @Test
    void a_reason_with_a_value_nobody_gives_is_refused() {
        assertThat(problems(FAILURE, "{regions}개 시·도", "{provinces}개 시·도"))
                .extracting(YamlProblem::reason)
                .containsExactly("{provinces} has no value");
    }

    @Test
    void a_rule_set_that_contradicts_its_example_is_refused() {
        List<YamlProblem> problems = problems(FAILURE, "after: 120", "after: 121");

        assertThat(problems)
                .extracting(YamlProblem::reason)
                .contains("the example expects grade 1 but the rules give 2");
    }

    @Test
    void text_that_is_no_yaml_is_refused_where_it_breaks() {
        List<YamlProblem> problems = problems(SYSTEM, "cutOffs:", "cutOffs: [");

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).line()).isGreaterThanOrEqualTo(lineOf(SYSTEM, "cutOffs:"));
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        assertThat(problems(SYSTEM, "form: weighted", "form: weighted\nform: weighted"))
                .extracting(YamlProblem::reason)
                .singleElement()
                .asString()
                .contains("form");
    }

    @Test
    void a_field_the_schema_does_not_know_is_refused_at_its_line() {
        List<YamlProblem> problems = problems(SYSTEM, "    fact: choice", "    fakt: choice\n    fact: choice");

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).line()).isEqualTo(lineOf(SYSTEM, "    fact: choice") + 1);
        assertThat(problems.get(0).reason()).contains("fakt");
    }

    @Test
    void a_text_in_one_language_only_is_refused() {
        assertThat(problems(SYSTEM, "{ ko: 업무영향도, en: Business impact }", "{ ko: 업무영향도 }"))
                .extracting(YamlProblem::reason)
                .singleElement()
                .asString()
                .contains("en");
    }

    @Test
    void a_point_table_with_a_gap_or_a_turn_is_refused() {
        assertThat(problems(SYSTEM, "{ atLeast: 0, points: 10 }", "{ atLeast: 5, points: 10 }"))
                .extracting(YamlProblem::reason)
                .contains("the last row must begin at 0, so that every number has points");
        assertThat(problems(SYSTEM, "{ atLeast: 5000000, points: 46 }", "{ atLeast: 5000000, points: 41 }"))
                .extracting(YamlProblem::reason)
                .contains("rows must go down: fewer points and a smaller number than the row before");
        assertThat(problems(SYSTEM, "{ grade: 2, atLeast: 85 }", "{ grade: 2, atLeast: 95 }"))
                .extracting(YamlProblem::reason)
                .contains("cut-offs must count the grades up from 1 and go down in points");
    }

    @Test
    void a_schedule_with_an_unknown_clock_or_levels_out_of_order_is_refused() {
        assertThat(problems(CLOCK, "kind: NOTIFY_CIO, amount", "kind: NOTIFY_CEO, amount"))
                .extracting(YamlProblem::reason)
                .containsExactly("no kind of clock is called NOTIFY_CEO");
        assertThat(problems(CLOCK, "afterMinutes: 15", "afterMinutes: 10"))
                .extracting(YamlProblem::reason)
                .containsExactly("levels must count up from 1, each told later than the one before");
    }
}
