package io.haetae.duty;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shift as others see it.
 *
 * @param layer of which layer
 * @param person who is on duty; null when whoever has the turn is absent
 * @param by why it is this person, or nobody
 * @param from begin
 * @param until end
 */
public record ShiftView(int layer, @Nullable DutyPerson person, Shift.By by, Instant from, Instant until) {}
