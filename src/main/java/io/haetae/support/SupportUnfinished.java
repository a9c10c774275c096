package io.haetae.support;

import io.haetae.kernel.Actor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Unfinished;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What support leaves to the next shift: the requests that are not over. */
@ApplicationScoped
class SupportUnfinished implements Unfinished {

    private final SupportListService lists;

    SupportUnfinished(SupportListService lists) {
        this.lists = lists;
    }

    @Override
    public List<Matter> matters(Actor reader, Instant now, Instant until, int most) {
        return lists.underWay(reader, most).stream()
                .sorted(Comparator.comparing(SupportRow::failureGrade, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(SupportUnfinished::matter)
                .toList();
    }

    private static Matter matter(SupportRow row) {
        return new Matter(
                Sort.OPEN,
                "support",
                "",
                SupportService.SUBJECT,
                row.number(),
                row.number(),
                new LocalizedText(
                        row.systemName().ko() + " · " + row.incident(),
                        row.systemName().en() + " · " + row.incident()),
                row.failureGrade(),
                row.lastAt(),
                row.exercise(),
                "/support/" + row.number(),
                row.scope());
    }
}
