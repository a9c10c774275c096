package io.haetae.duty.handover;

import io.haetae.kernel.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hand-over as its row holds it. */
record HandOver(
        UUID id,
        String institution,
        HandOverState state,
        HandOverView.Party giver,
        HandOverView.Party taker,
        Instant begunAt,
        Instant endsAt,
        String remark,
        Map<String, String> notes,
        int edition,
        int version) {

    HandOver {
        notes = Map.copyOf(notes);
    }

    /** Which of the two this is, null for anybody else. */
    HandOverMove.@Nullable Side side(Actor actor) {
        if (actor.id().equals(giver.person())) {
            return HandOverMove.Side.GIVER;
        }
        return actor.id().equals(taker.person()) ? HandOverMove.Side.TAKER : null;
    }
}
