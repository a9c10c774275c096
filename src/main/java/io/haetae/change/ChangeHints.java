package io.haetae.change;

import io.haetae.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which planned work may have caused a failure: a question to people, not an answer. */
@ApplicationScoped
public class ChangeHints {

    private final WindowRows windows;
    private final ChangeConfig config;

    ChangeHints(WindowRows windows, ChangeConfig config) {
        this.windows = windows;
        this.config = config;
    }

    /** How the failure and the work lie in time. */
    public enum Relation {
        /** It failed while the work was going on, or its window was open. */
        DURING,
        /** It failed shortly after. */
        AFTER
    }

    /**
     * Planned work on at least one of the systems.
     *
     * @param change number of the change, null for a window that stands alone
     * @param state of the change
     * @param systems codes of the systems both have in common
     * @param from when the work began, or its window
     * @param until when it ended, or its window; null while it goes on
     */
    public record Hint(
            Relation relation,
            UUID window,
            @Nullable String change,
            @Nullable ChangeState state,
            String title,
            List<String> systems,
            Instant from,
            @Nullable Instant until) {}

    /** Work on the systems at the moment or shortly before, the latest first, as far as the reader may know of it. */
    @Transactional
    public List<Hint> of(Collection<String> codes, Instant failedAt, Scope scope) {
        if (codes.isEmpty()) {
            return List.of();
        }
        Instant since = failedAt.minus(config.afterEffect());
        return windows.ofCodes(codes.toArray(String[]::new), since, failedAt.plusNanos(1_000), scope).stream()
                .flatMap(row -> hint(row, codes, failedAt, since).stream())
                .sorted(Comparator.comparing(Hint::relation)
                        .thenComparing(Comparator.comparing(Hint::from).reversed()))
                .toList();
    }

    private static Optional<Hint> hint(WindowRows.Row row, Collection<String> codes, Instant failedAt, Instant since) {
        List<String> common = row.codes().stream().filter(codes::contains).toList();
        Instant begun = row.begunAt();
        if (begun != null && !begun.isAfter(failedAt)) {
            Instant ended = row.changeEndedAt();
            boolean during = ended == null || ended.isAfter(failedAt);
            return Optional.of(hint(during ? Relation.DURING : Relation.AFTER, row, common, begun, ended));
        }
        return row.schedule().between(since, failedAt.plusNanos(1)).stream()
                .reduce((earlier, later) -> later)
                .map(one -> hint(
                        one.holds(failedAt) ? Relation.DURING : Relation.AFTER, row, common, one.from(), one.until()));
    }

    private static Hint hint(
            Relation relation, WindowRows.Row row, List<String> common, Instant from, @Nullable Instant until) {
        return new Hint(relation, row.id(), row.change(), row.changeState(), row.title(), common, from, until);
    }
}
