package io.haetae.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.Zones;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a system is in use, as far as the register says.
 *
 * @param from the first one; null when nobody said, which counts as from ever
 * @param until the last one, by its end of service or by the day it left the register; null while it goes on
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ServiceSpan(
        @Nullable LocalDate from, @Nullable LocalDate until) {

    /** In use from ever and for good. */
    public static final ServiceSpan ALWAYS = new ServiceSpan(null, null);

    /** Of a system. */
    public static ServiceSpan of(SystemView system) {
        return of(system.inServiceFrom(), system.inServiceUntil(), system.endedAt());
    }

    static ServiceSpan of(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable Instant endedAt) {
        LocalDate left = endedAt == null ? null : LocalDate.ofInstant(endedAt, Zones.SEOUL);
        return new ServiceSpan(from, until == null || left != null && left.isBefore(until) ? left : until);
    }

    /** The time given, or the beginning of use when that is later. */
    public Instant begin(Instant given) {
        Instant begun = from == null ? null : from.atStartOfDay(Zones.SEOUL).toInstant();
        return begun == null || begun.isBefore(given) ? given : begun;
    }

    /** The time given, or the end of use when that is earlier. */
    public Instant end(Instant given) {
        Instant ended = until == null
                ? null
                : until.plusDays(1).atStartOfDay(Zones.SEOUL).toInstant();
        return ended == null || ended.isAfter(given) ? given : ended;
    }

    /** What of it lies within a period, when the system was in use for a part of that only; null when for all or none. */
    public @Nullable ServiceSpan partOf(LocalDate first, LocalDate last) {
        boolean begins = from != null && from.isAfter(first);
        boolean ends = until != null && until.isBefore(last);
        boolean none = from != null && from.isAfter(last) || until != null && until.isBefore(first);
        return none || !begins && !ends ? null : new ServiceSpan(begins ? from : null, ends ? until : null);
    }
}
