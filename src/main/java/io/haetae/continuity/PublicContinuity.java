package io.haetae.continuity;

import io.haetae.continuity.Deadlines.Answer;
import io.haetae.continuity.Deadlines.Question;
import io.haetae.continuity.relief.Due;
import io.haetae.continuity.relief.Outage;
import io.haetae.continuity.relief.Relief.Outcome;
import io.haetae.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What an activation means for the public, as it is known now; whoever asks must know that it may be told. */
@ApplicationScoped
public class PublicContinuity {

    /** A table for people, not a calendar: longer failures are told in words. */
    private static final int MOST_DAYS = 31;

    private final Continuity room;

    PublicContinuity(Continuity room) {
        this.room = room;
    }

    /** How the deadlines of each service move. Follows a recovery that is corrected. */
    @Transactional
    public List<PublicDeadline> deadlines(UUID id) {
        Activation activation = room.rows().find(id).orElseThrow();
        Deadlines deadlines = room.deadlines(activation);
        return room.views().view(activation).services().stream()
                .map(service -> new PublicDeadline(
                        service.name(), service.says(), service.rule().source(), moved(service.code(), deadlines)))
                .toList();
    }

    private static List<PublicDeadline.Moved> moved(String service, Deadlines deadlines) {
        List<PublicDeadline.Moved> moved = new ArrayList<>();
        deadlines.outages().stream()
                .flatMap(PublicContinuity::days)
                .distinct()
                .limit(MOST_DAYS)
                .forEach(day -> {
                    Answer answer = deadlines.answer(new Question(service, null, Due.on(day), null, null));
                    if (answer.relief().outcome() == Outcome.MOVED) {
                        moved.add(PublicDeadline.Moved.of(day, answer.relief().deadline()));
                    }
                });
        return moved;
    }

    private static Stream<LocalDate> days(Outage outage) {
        if (outage.until() == null) {
            return Stream.empty();
        }
        LocalDate last = LocalDate.ofInstant(outage.until(), Zones.SEOUL);
        return LocalDate.ofInstant(outage.from(), Zones.SEOUL).datesUntil(last.plusDays(1));
    }
}
