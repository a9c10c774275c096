package io.haetae.web;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Zones;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How numbers, times and durations read in each language. Times are shown in Seoul. */
@TemplateExtension
final class PageFormats {

    private static final DateTimeFormatter KO = DateTimeFormatter.ofPattern("yyyy. M. d. HH:mm", Locale.KOREAN);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter KO_DAY = DateTimeFormatter.ofPattern("yyyy. M. d.", Locale.KOREAN);
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss '(UTC'xxx')'", Locale.ROOT);
    private static final DateTimeFormatter MACHINE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private PageFormats() {}

    /** A moment, to the minute: {@code {incident.detectedAt.shown}}. */
    static String shown(Instant at, @TemplateAttribute("locale") Object locale) {
        return (english(locale) ? EN : KO).format(at.atZone(Zones.SEOUL));
    }

    /** The time of day of a moment whose day is said beside it. */
    static String hour(Instant at) {
        return HOUR.format(at.atZone(Zones.SEOUL));
    }

    /** A moment with seconds and offset, for the pointer that asks. */
    static String exact(Instant at) {
        return EXACT.format(at.atZone(Zones.SEOUL));
    }

    /** A moment for the {@code datetime} attribute. */
    static String machine(Instant at) {
        return MACHINE.format(at.atZone(Zones.SEOUL));
    }

    static String shown(OffsetDateTime at, @TemplateAttribute("locale") Object locale) {
        return shown(at.toInstant(), locale);
    }

    static String exact(OffsetDateTime at) {
        return exact(at.toInstant());
    }

    static String machine(OffsetDateTime at) {
        return machine(at.toInstant());
    }

    /** A day. */
    static String shown(LocalDate day, @TemplateAttribute("locale") Object locale) {
        return (english(locale) ? EN_DAY : KO_DAY).format(day);
    }

    /** A duration in its two largest units: 6시간 58분, 6 h 58 min. */
    static String shown(Duration duration, @TemplateAttribute("locale") Object locale) {
        return duration(duration, (Locale) locale);
    }

    /** A number with the separators of the language. */
    static String shown(Number number, @TemplateAttribute("locale") Object locale) {
        return number(number, (Locale) locale);
    }

    /** A localised text in the reader's language. */
    static String shown(LocalizedText text, @TemplateAttribute("locale") Object locale) {
        return text.in((Locale) locale);
    }

    static String number(Number number, Locale locale) {
        return NumberFormat.getInstance(locale).format(number);
    }

    static String duration(Duration duration, Locale locale) {
        boolean english = english(locale);
        Duration length = duration.abs();
        List<String> parts = new ArrayList<>();
        part(parts, length.toDays(), english ? " d" : "일");
        part(parts, length.toHoursPart(), english ? " h" : "시간");
        part(parts, length.toMinutesPart(), english ? " min" : "분");
        if (parts.isEmpty()) {
            return english ? "under 1 min" : "1분 미만";
        }
        return String.join(" ", parts.subList(0, Math.min(2, parts.size())));
    }

    private static void part(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + unit);
        }
    }

    private static boolean english(Object locale) {
        return Locale.ENGLISH.equals(locale);
    }
}
