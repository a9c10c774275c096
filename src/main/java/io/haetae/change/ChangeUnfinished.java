package io.haetae.change;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Unfinished;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What planned work leaves to the next shift: work that has begun, and approved windows that begin before it ends. */
@ApplicationScoped
class ChangeUnfinished implements Unfinished {

    private final WindowRows windows;

    ChangeUnfinished(WindowRows windows) {
        this.windows = windows;
    }

    @Override
    public List<Matter> matters(Actor reader, Instant now, Instant until, int most) {
        return windows.of(reader.scope(), null, now, until.plusNanos(1_000)).stream()
                .flatMap(row -> matters(row, now, until))
                .limit(most)
                .toList();
    }

    private static Stream<Matter> matters(WindowRows.Row row, Instant now, Instant until) {
        if (row.changeState() == ChangeState.IN_PROGRESS) {
            return Stream.of(matter(row, Sort.OPEN, "change", row.begunAt()));
        }
        return row.approvedAt() == null
                ? Stream.of()
                : row.schedule().between(now, until).stream()
                        .map(one -> matter(row, Sort.PROMISED, "maintenance", one.from()));
    }

    private static Matter matter(WindowRows.Row row, Sort sort, String what, @Nullable Instant at) {
        String window = row.id().toString();
        String change = sort == Sort.OPEN ? Objects.requireNonNullElse(row.change(), "") : "";
        boolean ofWindow = change.isEmpty();
        return new Matter(
                sort,
                what,
                ofWindow ? String.valueOf(at) : "",
                ofWindow ? "MAINTENANCE" : "CHANGE",
                ofWindow ? window : change,
                row.title(),
                null,
                null,
                at,
                false,
                ofWindow ? "/maintenance/" + window : "/changes/" + change,
                row.scope());
    }
}
