package io.haetae.deadline;

import io.haetae.kernel.Zones;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Working days of Korean public offices: every day but Saturdays, Sundays, public holidays, their substitutes and
 * holidays designated for the occasion (관공서의 공휴일에 관한 규정). Pure and safe to share.
 */
public final class WorkingCalendar {

    private static final String KOREA = "deadline/holidays-kr.yaml";

    private final HolidayRules rules;
    private final ConcurrentHashMap<Integer, NavigableMap<LocalDate, Holiday>> byYear = new ConcurrentHashMap<>();

    private WorkingCalendar(HolidayRules rules) {
        this.rules = rules;
    }

    /** The calendar that comes with the product. */
    public static WorkingCalendar korea() {
        try (InputStream yaml = WorkingCalendar.class.getClassLoader().getResourceAsStream(KOREA)) {
            if (yaml == null) {
                throw new IllegalStateException(KOREA + " is missing");
            }
            return read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(KOREA, e);
        }
    }

    /** A calendar from a file of the same form, for an administration that keeps its own. */
    public static WorkingCalendar read(InputStream yaml) throws IOException {
        return new WorkingCalendar(HolidayRules.read(yaml));
    }

    /** Whether public offices work on that day. */
    public boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !year(date.getYear()).containsKey(date);
    }

    /** The holiday on that day, if it is one; an ordinary Sunday is none. */
    public Optional<Holiday> holiday(LocalDate date) {
        return Optional.ofNullable(year(date.getYear()).get(date));
    }

    /** Every holiday of a year, in order. */
    public List<Holiday> holidays(int year) {
        return List.copyOf(year(year).values());
    }

    /** The day itself if it is a working day, else the next one (민법 제161조). */
    public LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The {@code n}-th working day after that day, which itself does not count (민법 제157조). */
    public LocalDate plusWorkingDays(LocalDate date, int n) {
        LocalDate day = date;
        for (int counted = 0; counted < n; counted++) {
            day = onOrAfter(day.plusDays(1));
        }
        return day;
    }

    /** The end of the next working day after an instant: "next working day" in a reporting clock. */
    public Instant endOfNextWorkingDay(Instant instant) {
        return endOf(plusWorkingDays(LocalDate.ofInstant(instant, Zones.SEOUL), 1));
    }

    /** The end of a day in Seoul: the first instant that is too late. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Zones.SEOUL).toInstant();
    }

    private NavigableMap<LocalDate, Holiday> year(int year) {
        return byYear.computeIfAbsent(year, rules::of);
    }
}
