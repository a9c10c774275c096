package io.haetae.change;

import java.time.Instant;

/** One time span of a window. The end does not belong to it. */
public record Occurrence(Instant from, Instant until) {

    /** Whether the moment lies in it. */
    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    Occurrence endingBy(Instant end) {
        return end.isBefore(until) ? new Occurrence(from, end) : this;
    }
}
