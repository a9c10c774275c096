package io.haetae.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.haetae.kernel.YamlProblem;
import io.haetae.kernel.YamlRefused;
import io.haetae.rule.engine.EscalationRules.Policy;
import io.haetae.rule.engine.EscalationRules.Question;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which escalation policy applies, at the boundaries of its conditions. */
class EscalationRulesTest {

    private static final String FILE = "escalation-policy/product-default/1.yaml";
    private static final String FIRST = "policies:\n";

    /** A policy before the shipped ones. */
    private static EscalationRules with(String id, String when) {
        String policy = FIRST
                + "  - id: " + id + "\n    title: { ko: 가, en: a }\n    when: " + when
                + "\n    levels: [{ level: 1, afterMinutes: 0, rollCall: true, tell: [{ function: CIO, when: ALWAYS, at: ABOVE }] }]\n";
        String text = RuleFixture.text(FILE);
        String rules = text.substring(0, text.indexOf("examples:")); // they are about the shipped policies
        return (EscalationRules) RuleFixture.read(FILE, rules.replace(FIRST, policy));
    }

    private static String chosen(
            EscalationRules rules, int grade, @Nullable Integer system, String institution, String at) {
        return rules.choose(new Question(grade, system, Set.of(institution), LocalTime.parse(at)))
                .id();
    }

    @ParameterizedTest
    @CsvSource({"17:59, grade-2", "18:00, night", "23:59, night", "00:00, night", "08:59, night", "09:00, grade-2"})
    void hours_past_midnight_hold_from_their_begin_to_just_before_their_end(String at, String policy) {
        EscalationRules rules = with("night", "{ failureGrades: [2], hours: { from: \"18:00\", until: \"09:00\" } }");
        assertThat(chosen(rules, 2, 1, "MOIS", at)).isEqualTo(policy);
        assertThat(chosen(rules, 3, 1, "MOIS", at)).isEqualTo("grade-3");
    }

    @ParameterizedTest
    @CsvSource({"08:59, grade-1", "09:00, day", "17:59, day", "18:00, grade-1"})
    void hours_of_a_day_hold_from_their_begin_to_just_before_their_end(String at, String policy) {
        EscalationRules rules = with("day", "{ hours: { from: \"09:00\", until: \"18:00\" } }");
        assertThat(chosen(rules, 1, null, "MOIS", at)).isEqualTo(policy);
    }

    @Test
    void a_policy_may_ask_for_the_system_grade_and_the_institution_and_all_of_it_must_hold() {
        EscalationRules rules = with("own", "{ systemGrades: [1, 2], institutions: [NTS] }");
        assertThat(chosen(rules, 3, 2, "NTS", "12:00")).isEqualTo("own");
        assertThat(chosen(rules, 3, 3, "NTS", "12:00")).isEqualTo("grade-3");
        assertThat(chosen(rules, 3, null, "NTS", "12:00")).isEqualTo("grade-3");
        assertThat(chosen(rules, 3, 2, "MOIS", "12:00")).isEqualTo("grade-3");
    }

    @Test
    void a_level_may_be_a_roll_call_and_may_hand_over_to_the_institution_above() {
        Policy policy = with("own", "{ failureGrades: [1] }").policies().get(0);
        assertThat(policy.levels().get(0).rollCall()).isTrue();
        assertThat(policy.levels().get(0).tell().get(0).at()).isEqualTo("ABOVE");
        assertThat(policy.rounds()).isEqualTo(1);
        assertThat(policy.acknowledgementLasts()).isZero();
    }

    @Test
    void a_grade_that_only_a_narrowed_policy_covers_is_refused() {
        assertThat(problems("when: { failureGrades: [4] }", "when: { failureGrades: [4], systemGrades: [1] }"))
                .contains("failure grade 4 has no policy that applies whatever else is so");
    }

    @Test
    void levels_that_do_not_count_up_a_name_twice_and_an_example_that_does_not_hold_are_refused() {
        assertThat(problems("afterMinutes: 60", "afterMinutes: 30"))
                .contains("levels must count up from 1, each told later than the one before");
        assertThat(problems("id: grade-2", "id: grade-1")).contains("policy grade-1 stands twice");
        assertThat(problems("systemGrade: 1 }, policy: grade-4", "systemGrade: 1 }, policy: grade-3"))
                .contains("the example expects grade-3 but grade-4 applies");
        assertThat(problems("acknowledgementLasts: 240", "acknowledgementLasts: 0"))
                .isNotEmpty();
    }

    private static List<String> problems(String from, String to) {
        String text = RuleFixture.text(FILE);
        assertThat(text).contains(from);
        YamlRefused refused =
                catchThrowableOfType(YamlRefused.class, () -> RuleFixture.read(FILE, text.replace(from, to)));
        return refused.problems().stream().map(YamlProblem::reason).toList();
    }
}
