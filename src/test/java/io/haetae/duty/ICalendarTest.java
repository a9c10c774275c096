package io.haetae.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.duty.ICalendar.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The letter of RFC 5545. */
class ICalendarTest {

    private static final Instant STAMP = Instant.parse("2026-11-23T01:00:00Z");

    @Test
    void an_event_is_written_line_by_line_with_crlf_and_times_in_utc() {
        Event event = new Event(
                "one@haetae", Instant.parse("2026-11-23T09:00:00Z"), Instant.parse("2026-11-24T00:00:00Z"), "당직", "");
        assertThat(ICalendar.published("김", STAMP, List.of(event)))
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Haetae//Duty roster//KO",
                        "CALSCALE:GREGORIAN",
                        "METHOD:PUBLISH",
                        "X-WR-CALNAME:김",
                        "BEGIN:VEVENT",
                        "UID:one@haetae",
                        "DTSTAMP:20261123T010000Z",
                        "DTSTART:20261123T090000Z",
                        "DTEND:20261124T000000Z",
                        "SUMMARY:당직",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    @Test
    void a_long_line_folds_at_75_octets_and_no_character_is_torn() {
        String summary = "가나다라마바사아자차카타파하".repeat(6);
        String calendar = ICalendar.published(summary, STAMP, List.of());
        for (String line : calendar.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
        assertThat(calendar.replace("\r\n ", "")).contains("X-WR-CALNAME:" + summary + "\r\n");
    }

    @Test
    void what_means_something_to_the_format_is_escaped() {
        Event event = new Event("x@haetae", STAMP, STAMP.plusSeconds(60), "1조; 2조, \\끝", "위\r\n아래");
        assertThat(ICalendar.published("x", STAMP, List.of(event)))
                .contains("SUMMARY:1조\\; 2조\\, \\\\끝\r\n")
                .contains("DESCRIPTION:위\\n아래\r\n");
    }
}
