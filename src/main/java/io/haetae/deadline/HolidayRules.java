package io.haetae.deadline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.haetae.kernel.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of {@code holidays-kr.yaml}: which days of a year are holidays and which of them move (규정 제2조, 제3조). */
record HolidayRules(String id, Span years, List<Rule> holidays, List<Day> days) {

    /** First and last year the rules cover. */
    record Span(int from, int until) {
        boolean covers(int year) {
            return year >= from && year <= until;
        }
    }

    /** What a holiday must fall on to be given a substitute. */
    enum Overlap {
        SATURDAY,
        SUNDAY,
        HOLIDAY
    }

    /** From when which overlaps count. */
    record Substitute(
            LocalDate from, List<Overlap> on, @Nullable String source) {}

    /** A holiday that comes every year, by the solar or the Korean lunar calendar. */
    record Rule(
            LocalizedText name,
            @Nullable String solar,
            @Nullable String lunar,
            int around,
            @Nullable LocalDate from,
            @Nullable String source,
            List<Substitute> substitute) {

        @JsonCreator
        Rule {
            if ((solar == null) == (lunar == null)) {
                throw new IllegalArgumentException(name.en() + ": either solar or lunar");
            }
            substitute = substitute == null ? List.of() : List.copyOf(substitute);
        }

        /** The holiday itself and the days around it, as far as the rule is in force on them. */
        Stream<LocalDate> datesIn(int year) {
            LocalDate day = lunar == null
                    ? MonthDay.parse("--" + solar).atYear(year)
                    : LunarCalendar.solarOf(year, MonthDay.parse("--" + lunar));
            return day.minusDays(around)
                    .datesUntil(day.plusDays(around + 1L))
                    .filter(date -> from == null || !date.isBefore(from));
        }

        boolean movesOff(LocalDate date, boolean meetsAnother) {
            return substitute.stream()
                    .filter(rule -> !date.isBefore(rule.from()))
                    .anyMatch(rule -> rule.on().contains(overlap(date, meetsAnother)));
        }

        private static @Nullable Overlap overlap(LocalDate date, boolean meetsAnother) {
            return switch (date.getDayOfWeek()) {
                case SATURDAY -> Overlap.SATURDAY;
                case SUNDAY -> Overlap.SUNDAY;
                default -> meetsAnother ? Overlap.HOLIDAY : null;
            };
        }
    }

    /** A day without a rule: an election, or a holiday designated for the occasion. */
    record Day(LocalDate date, LocalizedText name) {}

    static HolidayRules read(InputStream yaml) throws IOException {
        YAMLMapper mapper = YAMLMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        return mapper.readValue(yaml, HolidayRules.class);
    }

    /** Every holiday of one year with its substitutes, by date. */
    NavigableMap<LocalDate, Holiday> of(int year) {
        if (!years.covers(year)) {
            throw new IllegalArgumentException("no holiday rules for " + Year.of(year) + ", only " + years);
        }
        NavigableMap<LocalDate, List<Rule>> byDate = new TreeMap<>();
        for (Rule rule : holidays) {
            rule.datesIn(year).forEach(date -> byDate.computeIfAbsent(date, d -> new ArrayList<>())
                    .add(rule));
        }
        NavigableMap<LocalDate, Holiday> all = new TreeMap<>();
        byDate.forEach((date, rules) -> all.put(date, new Holiday(date, joined(rules), false)));
        days.stream()
                .filter(day -> day.date().getYear() == year)
                .forEach(day -> all.putIfAbsent(day.date(), new Holiday(day.date(), day.name(), false)));
        byDate.forEach((date, rules) -> {
            if (rules.stream().anyMatch(rule -> rule.movesOff(date, rules.size() > 1))) {
                LocalDate free = firstFreeAfter(date, all);
                all.put(free, new Holiday(free, substituteFor(rules), true));
            }
        });
        return all;
    }

    /** The next day that is neither a holiday nor a Sunday; a Saturday moves on once more (규정 제3조 ③). */
    private static LocalDate firstFreeAfter(LocalDate date, Map<LocalDate, Holiday> taken) {
        LocalDate next = date.plusDays(1);
        while (taken.containsKey(next)
                || next.getDayOfWeek() == DayOfWeek.SATURDAY
                || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static LocalizedText joined(List<Rule> rules) {
        return new LocalizedText(
                rules.stream().map(rule -> rule.name().ko()).collect(Collectors.joining("·")),
                rules.stream().map(rule -> rule.name().en()).collect(Collectors.joining(", ")));
    }

    private static LocalizedText substituteFor(List<Rule> rules) {
        LocalizedText name = joined(rules);
        return new LocalizedText("대체공휴일(" + name.ko() + ")", "Substitute for " + name.en());
    }
}
