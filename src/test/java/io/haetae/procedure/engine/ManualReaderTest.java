package io.haetae.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.haetae.deadline.Length;
import io.haetae.kernel.YamlProblem;
import io.haetae.kernel.YamlRefused;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManualReaderTest {

    private static List<YamlProblem> problems(String from, String to) {
        String text = ManualFixture.example();
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        String broken = text.substring(0, at) + to + text.substring(at + from.length());
        YamlRefused refused =
                catchThrowableOfType(YamlRefused.class, () -> ManualFixture.read(ManualFixture.EXAMPLE, broken));
        assertThat(refused).as("%s instead of %s", to, from).isNotNull();
        return refused.problems();
    }

    private static int lineOf(String text) {
        String example = ManualFixture.example();
        assertThat(example).contains(text);
        return (int) example.substring(0, example.indexOf(text)).lines().count();
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            role: approver                          | role: aprover                   | role: approver      | there is no role 'aprover'
            within: first-answer                    | within: first-anwser            | within: first-answer | 'first-anwser' is neither a length such as PT30M, P3D, P5WD or P1M nor one of 'deadlines': [first-answer]
            within: PT10M                           | within: 10 minutes              | within: PT10M       | '10 minutes' is neither a length such as PT30M, P3D, P5WD or P1M nor one of 'deadlines': [first-answer]
            next: both                              | next: bott                      | next: both          | there is no step 'bott'
            next: both                              | next: guidance                  | next: both          | step 'guidance' stands in another list; a step leads only to steps of its own
            rejected: choose                        | rejected: choice                | rejected: choose    | there is no step 'choice'
            needed: 2                               | needed: 4                       | needed: 2           | more are needed than are asked
            - id: settle                            | - id: approve                   | - id: settle        | there is another step 'approve'
            fact: damage                            | fact: damages                   | fact: damage        | "no fact 'damages' of INCIDENT can be written; those that can: [actions, cause, contact, damage, data, deadlineToday, department, expectedRecoveryAt, lifeSafety, occurredAt, people, recognisedAt, security, service, substitute]"
            fact: damage                            | fact: service                   | fact: damage        | a step that writes 'service' needs a field of type SYSTEM
            until: { fact: state                    | until: { fact: stat             | until: { fact: state | "there is no fact 'stat' of INCIDENT; there are: [acknowledged, failureGrade, lifeSafety, major, recovered, security, state]"
            type: TEXT                              | type: CHOICE                    | - name: damage      | a CHOICE, and nothing else, needs 'options'
            for: PT10M                              | evidence: true                  | - id: settle        | a step of kind WAIT needs either 'until' or 'for'
            id: restart                             | id: watch                       | id: watch           | there is another option 'watch'
            """)
    void what_is_not_known_is_refused_with_its_line(String from, String to, String line, String reason) {
        assertThat(problems(from, to)).anySatisfy(problem -> {
            assertThat(problem.reason()).isEqualTo(reason);
            assertThat(problem.line()).isEqualTo(lineOf(line));
            assertThat(problem.file()).isEqualTo("sop/example/1.yaml");
        });
    }

    @Test
    void a_text_missing_in_a_language_is_refused() {
        assertThat(problems("title: { ko: 알람 확인, en: Confirm the alarm }", "title: { ko: 알람 확인 }"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.reason()).contains("'en'");
                    assertThat(problem.line()).isEqualTo(lineOf("title: { ko: 알람 확인"));
                });
    }

    @Test
    void an_empty_text_is_refused() {
        assertThat(problems("en: Confirm the alarm", "en: ' '"))
                .extracting(YamlProblem::line)
                .containsExactly(lineOf("en: Confirm the alarm"));
    }

    @Test
    void a_step_that_nothing_leads_to_is_refused() {
        assertThat(problems("label: { ko: 재기동, en: Restart } }", "label: { ko: 재기동, en: Restart }, next: both }"))
                .extracting(YamlProblem::reason, YamlProblem::line)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "step 'approve' can never be reached", lineOf("- id: approve\n")));
    }

    @Test
    void a_step_from_which_there_is_no_way_out_is_refused() {
        assertThat(problems("    branches:\n", "    next: confirm\n    branches:\n"))
                .extracting(YamlProblem::reason)
                .contains("no way leads from step 'confirm' to the end", "no way leads from step 'both' to the end");
    }

    @Test
    void a_loop_in_which_nobody_does_anything_is_refused() {
        assertThat(problems("            for: PT10M\n", "            for: PT10M\n            next: until-recovered\n"))
                .extracting(YamlProblem::reason)
                .contains(
                        "no way leads from step 'settle' to the end",
                        "steps go round in a loop in which nobody does anything: [settle, until-recovered]");
    }

    @Test
    void what_a_kind_of_step_does_not_have_is_refused() {
        assertThat(problems("    within: PT10M\n", "    within: PT10M\n    every: PT5M\n"))
                .extracting(YamlProblem::reason)
                .containsExactly("a step of kind DECISION has no 'every'");
    }

    @Test
    void what_a_kind_of_step_needs_is_asked_for() {
        assertThat(problems(
                        "    record: { ko: 확인한 화면과 시각을 적는다., en: Write down the screen looked at and the time. }\n",
                        ""))
                .extracting(YamlProblem::reason)
                .containsExactly("a step of kind ACTION needs 'record'");
    }

    @Test
    void a_field_that_the_schema_does_not_know_is_refused() {
        assertThat(problems("    within: PT10M\n", "    wihtin: PT10M\n"))
                .extracting(YamlProblem::line)
                .containsExactly(lineOf("within: PT10M"));
    }

    @Test
    void a_deadline_is_read_by_failure_grade() {
        Manual manual = ManualFixture.read(ManualFixture.EXAMPLE, ManualFixture.example());

        Span within = Objects.requireNonNull(manual.place("confirm").step().within());
        assertThat(within.at(1)).contains(Length.minutes(5));
        assertThat(within.at(4)).contains(Length.minutes(30));
        Span guidance = Objects.requireNonNull(manual.place("guidance").step().within());
        assertThat(guidance.at(4)).isEmpty();
    }

    @Test
    void a_step_knows_where_it_leads_and_what_stands_around_it() {
        Manual manual = ManualFixture.read(ManualFixture.EXAMPLE, ManualFixture.example());

        assertThat(manual.target(manual.place("confirm"), null)).map(Step::id).contains("choose");
        assertThat(manual.target(manual.place("settle"), null)).isEmpty();
        assertThat(manual.target(manual.place("both"), Step.END)).isEmpty();
        Step around = Objects.requireNonNull(manual.place("guidance").parallel());
        assertThat(around.id()).isEqualTo("both");
    }

    @ParameterizedTest
    @CsvSource({
        "PT5M,5,MINUTES",
        "PT1H30M,90,MINUTES",
        "PT12H,720,MINUTES",
        "P3D,3,DAYS",
        "P15WD,15,WORKING_DAYS",
        "P1M,1,MONTHS"
    })
    void a_length_is_written_as_in_ISO_8601_with_working_days_besides(String text, long amount, Length.Unit unit) {
        assertThat(Span.parse(text)).contains(new Length(amount, unit));
    }

    @ParameterizedTest
    @CsvSource({"PT", "5M", "P1Y", "PT5S", "PT5M30S", "-PT5M", "P"})
    void anything_else_is_no_length(String text) {
        assertThat(Span.parse(text)).isEmpty();
    }
}
