package io.haetae.duty.handover;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Unfinished;
import io.haetae.kernel.Unfinished.Matter;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what every room has open, has promised and has due. */
@ApplicationScoped
class HandOverContents {

    /** Of one room; a data centre that is out holds some hundred systems, each with three matters. */
    private static final int MOST_PER_ROOM = 5_000;

    private static final int UNGRADED = 5;

    /** What happened in earnest before exercises, then the worst grade, then what was first or is due first. */
    private static final Comparator<Matter> WORST_FIRST = Comparator.comparing(Matter::sort)
            .thenComparing(Matter::exercise)
            .thenComparing(matter -> matter.failureGrade() == null ? UNGRADED : matter.failureGrade())
            .thenComparing(Matter::at, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Matter::key);

    private final List<Unfinished> rooms;

    HandOverContents(@All List<Unfinished> rooms) {
        this.rooms = rooms;
    }

    /** As it is now, as the giver may know it, with what he has written about it. */
    HandOverView.Contents now(HandOver handOver, Actor giver, Instant now) {
        Instant until = handOver.endsAt().isAfter(now) ? handOver.endsAt() : now;
        List<Matter> matters = new ArrayList<>();
        boolean whole = true;
        for (Unfinished room : rooms) {
            List<Matter> found = room.matters(giver, now, until, MOST_PER_ROOM);
            whole &= found.size() < MOST_PER_ROOM;
            matters.addAll(found);
        }
        matters.sort(WORST_FIRST);
        return new HandOverView.Contents(now, handOver.remark(), matters, handOver.notes(), whole, 0);
    }

    /** What somebody else than the two may know of it. */
    static HandOverView.Contents visible(HandOverView.Contents contents, Actor reader) {
        List<Matter> visible = contents.matters().stream()
                .filter(matter -> matter.scope().isEmpty() || reader.scope().reaches(matter.scope()))
                .toList();
        return new HandOverView.Contents(
                contents.at(),
                contents.remark(),
                visible,
                contents.notes(),
                contents.whole(),
                contents.matters().size() - visible.size());
    }
}
