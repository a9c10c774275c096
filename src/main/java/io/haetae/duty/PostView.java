package io.haetae.duty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post as others see it.
 *
 * @param id of the post
 * @param institution code of the institution
 * @param function which function
 * @param person log-in name of the holder
 * @param name the holder as people read it
 * @param rank order among several holders
 * @param from from when
 * @param until until when, or null when open
 */
public record PostView(
        UUID id,
        String institution,
        DutyFunction function,
        String person,
        String name,
        int rank,
        Instant from,
        @Nullable Instant until) {}
