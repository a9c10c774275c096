package io.haetae.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For everything that happened from 17 to 25 November 2023, the failure SOP has a step that answers it. */
class SeventeenNovember2023InTheManualTest {

    /** The steps that answer each event, in the order in which they would have been worked. */
    private static final Map<String, List<String>> ANSWERS = new LinkedHashMap<>();

    static {
        // the alarm shown, the pane closed, somebody off duty told
        ANSWERS.put("2023-11-17T01:42+09:00", List.of("confirm-alarm", "call-on-duty"));
        // aware through users; the first call-out refused by all
        ANSWERS.put("2023-11-17T08:40+09:00", List.of("call-answered", "call-next-level", "log-recognition"));
        // log-in fails nearly everywhere
        ANSWERS.put("2023-11-17T10:00+09:00", List.of("scope", "check-shared-cause", "grade-right"));
        // people sent to 정부24, which then fell
        ANSWERS.put(
                "2023-11-17T13:55+09:00",
                List.of("check-substitute", "substitute-safe", "notice-counter", "repeat-notice"));
        // deadlines extended, receipts by hand with effect from the day
        ANSWERS.put("2023-11-17T15:00+09:00", List.of("service-continues", "activate-continuity"));
        // 정부24 is back; sources differ by an hour
        ANSWERS.put(
                "2023-11-18T09:00+09:00",
                List.of("wait-for-recovery", "verify-service", "notice-recovered", "final-report"));
        ANSWERS.put("2023-11-18T15:00+09:00", List.of("field-check"));
        ANSWERS.put("2023-11-20T09:00+09:00", List.of("watch-first-day", "declare-normal"));
        // the cause found after all was normal: what was replaced first was not it
        ANSWERS.put("2023-11-25T12:00+09:00", List.of("cause-known", "keep-looking", "hand-over-review"));
    }

    private final Manual manual = ManualFixture.read(
            "sop/failure-management/2.yaml", ManualFixture.text(Path.of("manuals/sop/failure-management/2.yaml")));

    @Test
    void every_event_is_answered_by_steps_of_the_manual() throws IOException {
        List<Map<String, String>> events = events();
        assertThat(events).extracting(event -> event.get("at")).containsExactlyElementsOf(ANSWERS.keySet());
        assertThat(events).allSatisfy(event -> assertThat(event.get("source")).startsWith("http"));
        ANSWERS.forEach(
                (at, steps) -> assertThat(steps).as(at).isNotEmpty().allSatisfy(step -> assertThat(manual.find(step))
                        .as(step)
                        .isPresent()));
    }

    @Test
    void the_call_out_counts_from_the_alarm_and_not_from_the_moment_somebody_knew() {
        assertThat(List.of("confirm-alarm", "call-on-duty"))
                .allSatisfy(id -> assertThat(manual.place(id).step().from()).isEqualTo(Step.From.DETECTED));
        assertThat(manual.place("call-answered")
                        .step()
                        .option("refused")
                        .orElseThrow()
                        .next())
                .isEqualTo("call-next-level");
    }

    @Test
    void nobody_is_sent_to_a_substitute_before_its_dependencies_were_checked() {
        Manual.Place check = manual.place("check-substitute");
        Step decision = manual.target(check, check.step().next()).orElseThrow();

        assertThat(check.index()).as("the first step of its branch").isZero();
        assertThat(decision.id()).isEqualTo("substitute-safe");
        assertThat(decision.options())
                .extracting(Step.Option::id, Step.Option::next)
                .containsExactly(tuple("safe", "notice-substitute"), tuple("unsafe", "notice-counter"));
    }

    @Test
    void every_step_that_people_take_says_who_until_when_what_is_seen_and_what_is_written_down() {
        assertThat(manual.places()).allSatisfy(place -> {
            Step step = place.step();
            if (step.kind().isDoneByPeople()) {
                assertThat(step.role()).as(step.id()).isNotNull();
                assertThat(step.record()).as(step.id()).isNotNull();
                assertThat(step.within() != null || step.every() != null)
                        .as(step.id() + " has a time limit or a cadence")
                        .isTrue();
            }
        });
    }

    private static List<Map<String, String>> events() throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(schema)
                .readValues(Path.of("src/test/resources/data/network-2023-events.csv")
                        .toFile())) {
            return rows.readAll();
        }
    }
}
