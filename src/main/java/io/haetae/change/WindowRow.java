package io.haetae.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of a window in the calendar.
 *
 * @param change number of its change, null when the window stands alone
 * @param approved whether it has effect
 * @param announced whether the public reads of it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WindowRow(
        UUID window,
        @Nullable String change,
        String title,
        List<String> systems,
        Instant from,
        Instant until,
        boolean recurring,
        boolean approved,
        boolean announced) {}
