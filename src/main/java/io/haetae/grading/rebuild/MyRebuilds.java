package io.haetae.grading.rebuild;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What rebuilds await of the reader. */
@ApplicationScoped
public class MyRebuilds {

    private static final int MOST = 50;

    private final RebuildClocks clocks;
    private final RebuildDues dues;
    private final CurrentActor current;
    private final Clock clock;

    MyRebuilds(RebuildClocks clocks, RebuildDues dues, CurrentActor current, Clock clock) {
        this.clocks = clocks;
        this.dues = dues;
        this.current = current;
        this.clock = clock;
    }

    /**
     * One item.
     *
     * @param itemName as people read it
     * @param late whether its time has passed
     */
    public record Mine(
            String number,
            String title,
            String system,
            LocalizedText systemName,
            String item,
            LocalizedText itemName,
            RebuildView.Awaited awaits,
            Instant dueAt,
            boolean late) {}

    /** The earliest due first. */
    @Transactional
    public List<Mine> list() {
        Instant now = clock.instant();
        return clocks.awaiting(current.get(), MOST).stream()
                .map(each -> new Mine(
                        each.number(),
                        each.title(),
                        each.code(),
                        each.name(),
                        each.item(),
                        dues.name(each),
                        each.awaits(),
                        each.dueAt(),
                        !each.dueAt().isAfter(now)))
                .toList();
    }
}
