package io.haetae.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    private static final List<String> RULES = List.of(
            "FREQ=WEEKLY;BYDAY=SA;UNTIL=20281231",
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SA,SU;UNTIL=20281231",
            "FREQ=MONTHLY;BYDAY=1SA;UNTIL=20281231",
            "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1;UNTIL=20281231");

    @Test
    void every_second_week_on_two_days_counts_weeks_from_monday() {
        // 2026-12-01 is a Tuesday
        assertThat(days("2026-12-01T01:00:00+09:00", "PT3H", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20261231"))
                .containsExactly("2026-12-01", "2026-12-03", "2026-12-15", "2026-12-17", "2026-12-29", "2026-12-31");
    }

    @Test
    void a_series_that_begins_on_sunday_has_its_next_week_on_the_day_after() {
        assertThat(days("2026-12-06T01:00:00+09:00", "PT1H", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;UNTIL=20261231"))
                .containsExactly("2026-12-06", "2026-12-14", "2026-12-20", "2026-12-28");
    }

    @Test
    void the_second_saturday_of_each_month_is_between_the_eighth_and_the_fourteenth() {
        assertThat(days("2026-11-14T00:00:00+09:00", "PT6H", "FREQ=MONTHLY;BYDAY=2SA;UNTIL=20270314"))
                .containsExactly("2026-11-14", "2026-12-12", "2027-01-09", "2027-02-13", "2027-03-13");
    }

    @Test
    void the_last_friday_is_the_fourth_or_the_fifth() {
        assertThat(days("2026-10-30T22:00:00+09:00", "PT1H", "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270201"))
                .containsExactly("2026-10-30", "2026-11-27", "2026-12-25", "2027-01-29");
        assertThat(days("2026-10-30T22:00:00+09:00", "PT1H", "FREQ=MONTHLY;BYDAY=5FR;UNTIL=20270201"))
                .containsExactly("2026-10-30", "2027-01-29");
    }

    @Test
    void a_month_without_the_thirty_first_is_passed_over_and_the_last_day_is_in_every_month() {
        assertThat(days("2027-12-31T00:00:00+09:00", "PT1H", "FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20280531"))
                .containsExactly("2027-12-31", "2028-01-31", "2028-03-31", "2028-05-31");
        assertThat(days("2027-12-31T00:00:00+09:00", "PT1H", "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20280401"))
                .containsExactly("2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31");
    }

    @Test
    void a_night_over_the_end_of_the_year_holds_on_both_sides_of_midnight_and_not_at_its_end() {
        Schedule schedule = schedule("2026-12-31T22:00:00+09:00", "PT5H", "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270131");
        assertThat(schedule.at(at("2026-12-31T21:59:59+09:00"))).isEmpty();
        assertThat(schedule.at(at("2026-12-31T22:00:00+09:00"))).isPresent();
        assertThat(schedule.at(at("2027-01-01T02:59:59+09:00")))
                .contains(new Occurrence(at("2026-12-31T22:00:00+09:00"), at("2027-01-01T03:00:00+09:00")));
        assertThat(schedule.at(at("2027-01-01T03:00:00+09:00"))).isEmpty();
        assertThat(schedule.next(at("2027-01-01T03:00:00+09:00")))
                .contains(new Occurrence(at("2027-01-31T22:00:00+09:00"), at("2027-02-01T03:00:00+09:00")));
        assertThat(schedule.lastAt()).isEqualTo(at("2027-02-01T03:00:00+09:00"));
    }

    @Test
    void seoul_knows_no_summer_time_so_that_the_hour_stays_in_july() {
        assertThat(schedule("2027-01-01T03:00:00+09:00", "PT1H", "FREQ=MONTHLY;BYMONTHDAY=1;UNTIL=20270731")
                        .between(at("2027-07-01T00:00:00+09:00"), at("2027-07-02T00:00:00+09:00")))
                .containsExactly(new Occurrence(at("2027-06-30T18:00:00Z"), at("2027-06-30T19:00:00Z")));
    }

    @Test
    void what_was_ended_is_cut_and_never_comes_again() {
        Recurrence weekly = RecurrenceText.read("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231");
        Instant from = at("2026-12-01T01:00:00+09:00");
        Schedule ended = new Schedule(from, from.plus(Duration.ofHours(3)), weekly, at("2026-12-08T02:00:00+09:00"));
        assertThat(ended.between(from, at("2027-01-01T00:00:00+09:00")))
                .containsExactly(
                        new Occurrence(from, at("2026-12-01T04:00:00+09:00")),
                        new Occurrence(at("2026-12-08T01:00:00+09:00"), at("2026-12-08T02:00:00+09:00")));
        assertThat(ended.at(at("2026-12-08T02:00:00+09:00"))).isEmpty();
    }

    @Test
    void a_first_day_that_the_rule_does_not_name_is_no_beginning() {
        assertThat(schedule("2026-12-02T01:00:00+09:00", "PT1H", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231")
                        .beginsAsItGoesOn())
                .isFalse();
        assertThat(schedule("2026-12-01T01:00:00+09:00", "PT1H", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261130")
                        .beginsAsItGoesOn())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FREQ=DAILY;UNTIL=20271231",
                "FREQ=WEEKLY;BYDAY=TU",
                "FREQ=WEEKLY;BYDAY=TU;COUNT=5",
                "FREQ=WEEKLY;BYDAY=XX;UNTIL=20271231",
                "FREQ=WEEKLY;INTERVAL=0;BYDAY=TU;UNTIL=20271231",
                "FREQ=WEEKLY;INTERVAL=53;BYDAY=TU;UNTIL=20271231",
                "FREQ=WEEKLY;BYDAY=TU;BYDAY=WE;UNTIL=20271231",
                "FREQ=WEEKLY;BYDAY=TU;WKST=SU;UNTIL=20271231",
                "FREQ=WEEKLY;BYDAY=TU;BYMONTH=1;UNTIL=20271231",
                "FREQ=MONTHLY;BYDAY=6SA;UNTIL=20271231",
                "FREQ=MONTHLY;BYDAY=SA;UNTIL=20271231",
                "FREQ=MONTHLY;BYMONTHDAY=32;UNTIL=20271231",
                "FREQ=MONTHLY;BYMONTHDAY=0;UNTIL=20271231",
                "FREQ=MONTHLY;BYMONTHDAY=1;UNTIL=20271331"
            })
    void what_is_not_known_is_refused_rather_than_half_understood(String text) {
        assertThatThrownBy(() -> RecurrenceText.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20271231",
                "FREQ=MONTHLY;BYDAY=2SA;UNTIL=20271231",
                "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR;UNTIL=20271231",
                "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20271231"
            })
    void a_rule_is_written_as_it_was_read(String text) {
        assertThat(RecurrenceText.write(RecurrenceText.read(text))).isEqualTo(text);
        assertThat(RecurrenceText.write(RecurrenceText.read(text.toLowerCase(java.util.Locale.ROOT) + ";wkst=mo")))
                .isEqualTo(text);
    }

    @Property(tries = 200)
    void a_moment_lies_in_an_occurrence_exactly_when_a_list_around_it_says_so(
            @ForAll @IntRange(max = 3) int rule,
            @ForAll @IntRange(min = 1, max = 100) int hours,
            @ForAll @IntRange(max = 10_000) int later) {
        Schedule schedule = schedule("2026-08-01T21:30:00+09:00", "PT" + hours + "H", RULES.get(rule));
        Instant moment = schedule.from().plus(Duration.ofHours(later));
        List<Occurrence> around = schedule.between(moment.minus(Duration.ofDays(40)), moment.plus(Duration.ofDays(40)));
        assertThat(schedule.at(moment).isPresent()).isEqualTo(around.stream().anyMatch(one -> one.holds(moment)));
    }

    @Property(tries = 200)
    void two_spans_side_by_side_list_what_the_whole_lists(
            @ForAll @IntRange(max = 3) int rule,
            @ForAll @IntRange(min = 1, max = 100) int hours,
            @ForAll @IntRange(max = 5_000) int first,
            @ForAll @IntRange(min = 1, max = 5_000) int second) {
        Schedule schedule = schedule("2026-08-01T21:30:00+09:00", "PT" + hours + "H", RULES.get(rule));
        Instant begin = schedule.from();
        Instant middle = begin.plus(Duration.ofHours(first));
        Instant end = middle.plus(Duration.ofHours(second));
        List<Occurrence> parts = new ArrayList<>(schedule.between(begin, middle));
        schedule.between(middle, end).stream()
                .filter(one -> !parts.contains(one))
                .forEach(parts::add);
        assertThat(parts).isEqualTo(schedule.between(begin, end)).isSortedAccordingTo((one, two) -> one.from()
                .compareTo(two.from()));
    }

    private static List<String> days(String from, String length, String rule) {
        Schedule schedule = schedule(from, length, rule);
        return schedule.between(schedule.from(), schedule.lastAt()).stream()
                .map(one -> one.from().plus(Duration.ofHours(9)).toString().substring(0, 10))
                .toList();
    }

    private static Schedule schedule(String from, String length, String rule) {
        Instant begin = at(from);
        return new Schedule(begin, begin.plus(Duration.parse(length)), RecurrenceText.read(rule), null);
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
