package io.haetae.duty.handover;

import static io.haetae.duty.handover.HandOverState.ASKED;
import static io.haetae.duty.handover.HandOverState.DRAFT;
import static io.haetae.duty.handover.HandOverState.SIGNED;
import static io.haetae.duty.handover.HandOverState.TAKEN;
import static io.haetae.duty.handover.HandOverState.WITHDRAWN;

import io.haetae.kernel.Refusal;
import java.util.List;
import java.util.Map;

/**
 * One legal step of a hand-over; {@link #TABLE} holds them all.
 *
 * @param rule its name, which is written into the journal
 * @param noun what is put
 * @param side who may
 * @param from the state it starts in
 * @param to the state it leads to
 */
record HandOverMove(String rule, String noun, Side side, HandOverState from, HandOverState to) {

    /** Rule of the beginning, which starts in no state. */
    static final String BEGUN = "duty.hand-over-begun";

    static final String NOTES = "notes";
    static final String SIGNATURE = "signature";
    static final String QUESTION = "question";
    static final String WITHDRAWAL = "withdrawal";

    static final List<HandOverMove> TABLE = List.of(
            new HandOverMove("duty.hand-over-written", NOTES, Side.GIVER, DRAFT, DRAFT),
            new HandOverMove("duty.hand-over-signed", SIGNATURE, Side.GIVER, DRAFT, SIGNED),
            new HandOverMove("duty.hand-over-withdrawn", WITHDRAWAL, Side.GIVER, DRAFT, WITHDRAWN),
            new HandOverMove("duty.hand-over-taken", SIGNATURE, Side.TAKER, SIGNED, TAKEN),
            new HandOverMove("duty.hand-over-asked", QUESTION, Side.TAKER, SIGNED, ASKED),
            new HandOverMove("duty.hand-over-withdrawn", WITHDRAWAL, Side.GIVER, SIGNED, WITHDRAWN),
            new HandOverMove("duty.hand-over-written", NOTES, Side.GIVER, ASKED, ASKED),
            new HandOverMove("duty.hand-over-signed", SIGNATURE, Side.GIVER, ASKED, SIGNED),
            new HandOverMove("duty.hand-over-withdrawn", WITHDRAWAL, Side.GIVER, ASKED, WITHDRAWN));

    /** Who takes a step. */
    enum Side {
        GIVER,
        TAKER
    }

    /** The step in that state, or a refusal: 409 when the state has none, 403 when it is the other's. */
    static HandOverMove require(String noun, HandOverState from, Side side) {
        HandOverMove move = TABLE.stream()
                .filter(each -> each.noun.equals(noun) && each.from == from)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        HandOverError.NOT_ALLOWED_NOW, Map.of("state", from.name(), "allowed", allowed(from, side))));
        if (move.side != side) {
            throw new Refusal(HandOverError.FOR_ANOTHER);
        }
        return move;
    }

    /** The nouns that somebody may put in a state. */
    static List<String> allowed(HandOverState from, Side side) {
        return TABLE.stream()
                .filter(each -> each.from == from && each.side == side)
                .map(HandOverMove::noun)
                .toList();
    }
}
