package io.haetae.deadline;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.DangiCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.haetae.kernel.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;

/** The Korean lunar calendar. Its months begin by the moon as seen from Korea, so it may differ from the Chinese one. */
final class LunarCalendar {

    /** The years of the Dangi era run ahead of the common era by so many. */
    private static final int DANGI_OFFSET = 2333;

    private LunarCalendar() {}

    /** The solar date of a day of the lunar year that begins in {@code year}, never in its leap month. */
    static LocalDate solarOf(int year, MonthDay lunar) {
        DangiCalendar calendar = new DangiCalendar(TimeZone.getTimeZone(Zones.SEOUL.getId()), ULocale.KOREA);
        calendar.clear();
        calendar.set(ChineseCalendar.EXTENDED_YEAR, year + DANGI_OFFSET);
        calendar.set(ChineseCalendar.MONTH, lunar.getMonthValue() - 1);
        calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
        calendar.set(ChineseCalendar.DAY_OF_MONTH, lunar.getDayOfMonth());
        return LocalDate.ofInstant(Instant.ofEpochMilli(calendar.getTimeInMillis()), Zones.SEOUL);
    }
}
