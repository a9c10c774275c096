package io.haetae.duty;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes a calendar as RFC 5545 asks: lines end in CRLF and fold at 75 octets, text is escaped, times are UTC. */
final class ICalendar {

    private static final int LONGEST = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private ICalendar() {}

    /**
     * One event.
     *
     * @param uid the same each time it is written
     * @param from begin
     * @param until end
     * @param summary as people read it
     * @param description more of it, may be empty
     */
    record Event(String uid, Instant from, Instant until, String summary, String description) {}

    /** A published calendar. */
    static String published(String name, Instant stamp, List<Event> events) {
        StringBuilder calendar = new StringBuilder();
        line(calendar, "BEGIN:VCALENDAR");
        line(calendar, "VERSION:2.0");
        line(calendar, "PRODID:-//Haetae//Duty roster//KO");
        line(calendar, "CALSCALE:GREGORIAN");
        line(calendar, "METHOD:PUBLISH");
        line(calendar, "X-WR-CALNAME:" + escaped(name));
        for (Event event : events) {
            line(calendar, "BEGIN:VEVENT");
            line(calendar, "UID:" + event.uid());
            line(calendar, "DTSTAMP:" + UTC.format(stamp));
            line(calendar, "DTSTART:" + UTC.format(event.from()));
            line(calendar, "DTEND:" + UTC.format(event.until()));
            line(calendar, "SUMMARY:" + escaped(event.summary()));
            if (!event.description().isEmpty()) {
                line(calendar, "DESCRIPTION:" + escaped(event.description()));
            }
            line(calendar, "END:VEVENT");
        }
        line(calendar, "END:VCALENDAR");
        return calendar.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** A folded line goes on after CRLF and a blank, which counts among its octets; no character is torn. */
    private static void line(StringBuilder calendar, String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            String character = Character.toString(line.codePointAt(at));
            int width = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > LONGEST) {
                calendar.append("\r\n ");
                octets = 1;
            }
            calendar.append(character);
            octets += width;
            at += character.length();
        }
        calendar.append("\r\n");
    }
}
