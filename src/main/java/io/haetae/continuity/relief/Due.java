package io.haetae.continuity.relief;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.haetae.kernel.Zones;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A deadline: a day, to its end, or until a time of that day, in Seoul.
 *
 * @param day the last day
 * @param time until when on it; null when the whole day counts
 */
public record Due(LocalDate day, @Nullable LocalTime time) implements Comparable<Due> {

    /** To the end of a day. */
    public static Due on(LocalDate day) {
        return new Due(day, null);
    }

    /** Until an instant. The end of a day is said by its day. */
    public static Due until(Instant instant) {
        ZonedDateTime local = instant.atZone(Zones.SEOUL);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? on(local.toLocalDate().minusDays(1))
                : new Due(local.toLocalDate(), local.toLocalTime());
    }

    /** Reads {@code 2023-11-17} or {@code 2023-11-17T18:00:00+09:00}. */
    @JsonCreator
    public static Due parse(String text) {
        try {
            return text.length() <= 10
                    ? on(LocalDate.parse(text))
                    : until(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("neither a date nor a time with its offset: " + text, e);
        }
    }

    /** The first instant that is too late. */
    public Instant endsAt() {
        return time == null
                ? day.plusDays(1).atStartOfDay(Zones.SEOUL).toInstant()
                : day.atTime(time).atZone(Zones.SEOUL).toInstant();
    }

    /** The same time of another day. */
    public Due movedTo(LocalDate other) {
        return new Due(other, time);
    }

    /** Whichever ends later. */
    public Due orLater(Due other) {
        return other.compareTo(this) > 0 ? other : this;
    }

    @Override
    public int compareTo(Due other) {
        return endsAt().compareTo(other.endsAt());
    }

    /** As {@link #parse} reads it. */
    @JsonValue
    @Override
    public String toString() {
        return time == null
                ? day.toString()
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atTime(time).atZone(Zones.SEOUL));
    }
}
