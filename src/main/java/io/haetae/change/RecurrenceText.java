package io.haetae.change;

import io.haetae.change.Recurrence.DayOfMonth;
import io.haetae.change.Recurrence.DaysOfWeek;
import io.haetae.change.Recurrence.NthDayOfWeek;
import io.haetae.change.Recurrence.Pattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes and reads a recurrence as an RRULE of RFC 5545, as far as this room knows it. */
final class RecurrenceText {

    /** What a caller may write, for the refusal of anything else. */
    static final String ALLOWED =
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20271231 / FREQ=MONTHLY;BYDAY=2SA;UNTIL=20271231"
                    + " / FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20271231";

    private static final java.util.regex.Pattern NTH = java.util.regex.Pattern.compile("([+-]?[0-9])([A-Z]{2})");

    private RecurrenceText() {}

    /** The rule in one fixed form. */
    static String write(Recurrence rule) {
        String interval = rule.interval() == 1 ? "" : ";INTERVAL=" + rule.interval();
        return days(rule.every(), interval) + ";UNTIL=" + DateTimeFormatter.BASIC_ISO_DATE.format(rule.until());
    }

    private static String days(Pattern every, String interval) {
        if (every instanceof DaysOfWeek week) {
            return "FREQ=WEEKLY" + interval + ";BYDAY="
                    + week.days().stream().map(RecurrenceText::code).collect(Collectors.joining(","));
        }
        if (every instanceof NthDayOfWeek nth) {
            return "FREQ=MONTHLY" + interval + ";BYDAY=" + nth.nth() + code(nth.day());
        }
        return "FREQ=MONTHLY" + interval + ";BYMONTHDAY=" + ((DayOfMonth) every).day();
    }

    /** The rule, or an {@link IllegalArgumentException} for what this room does not know. */
    static Recurrence read(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
            String[] sides = part.split("=", -1);
            if (sides.length != 2 || parts.put(sides[0], sides[1]) != null) {
                throw new IllegalArgumentException(part);
            }
        }
        String frequency = taken(parts, "FREQ");
        int interval = Integer.parseInt(parts.containsKey("INTERVAL") ? taken(parts, "INTERVAL") : "1");
        LocalDate until = date(taken(parts, "UNTIL"));
        if (parts.containsKey("WKST") && !taken(parts, "WKST").equals("MO")) {
            throw new IllegalArgumentException("weeks begin on Monday");
        }
        Pattern every = pattern(frequency, parts);
        if (!parts.isEmpty()) {
            throw new IllegalArgumentException(parts.keySet().toString());
        }
        return new Recurrence(every, interval, until);
    }

    private static Pattern pattern(String frequency, Map<String, String> parts) {
        if (frequency.equals("WEEKLY")) {
            return new DaysOfWeek(Stream.of(taken(parts, "BYDAY").split(",", -1))
                    .map(RecurrenceText::day)
                    .collect(Collectors.toSet()));
        }
        if (!frequency.equals("MONTHLY")) {
            throw new IllegalArgumentException(frequency);
        }
        if (parts.containsKey("BYMONTHDAY")) {
            return new DayOfMonth(Integer.parseInt(taken(parts, "BYMONTHDAY")));
        }
        Matcher nth = NTH.matcher(taken(parts, "BYDAY"));
        if (!nth.matches()) {
            throw new IllegalArgumentException("BYDAY of a month");
        }
        return new NthDayOfWeek(Integer.parseInt(nth.group(1)), day(nth.group(2)));
    }

    private static String taken(Map<String, String> parts, String name) {
        String value = parts.remove(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("UNTIL is a day", e);
        }
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    private static DayOfWeek day(String code) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> code(day).equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }
}
