package io.haetae.support;

import static io.haetae.support.SupportState.ACCEPTED;
import static io.haetae.support.SupportState.ASSIGNED;
import static io.haetae.support.SupportState.DECLINED;
import static io.haetae.support.SupportState.HANDED_OVER;
import static io.haetae.support.SupportState.ON_SITE;
import static io.haetae.support.SupportState.ON_THE_WAY;
import static io.haetae.support.SupportState.REQUESTED;
import static io.haetae.support.SupportState.RETURNED;
import static io.haetae.support.SupportState.WITHDRAWN;

import io.haetae.kernel.Refusal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One legal step of a support request; {@link #TABLE} holds them all. Until they are at work either side may end it with a
 * reason; from then on the team ends it with a hand-over, so that what was found is not lost, and the institution, whose
 * system it is, with a reason.
 *
 * @param rule its name, which is written into the journal
 * @param step what is done
 * @param from the states it starts in
 * @param to the state it leads to
 * @param side who may do it
 * @param needs what has to be said with it
 */
record Move(String rule, Step step, Set<SupportState> from, SupportState to, Side side, Need needs) {

    /** Rules of the beginning, which starts in no state. */
    static final String ASKED = "support.requested";

    static final String OFFERED = "support.offered";

    private static final Set<SupportState> BEFORE_WORK = EnumSet.of(REQUESTED, ACCEPTED, ASSIGNED, ON_THE_WAY);

    /** In the order in which people look for them: what comes next first, what ends it last. */
    static final List<Move> TABLE = List.of(
            move("support.accepted", Step.ACCEPTANCE, EnumSet.of(REQUESTED), ACCEPTED, Side.OTHER, Need.NOTHING),
            move("support.assigned", Step.ASSIGNMENT, EnumSet.of(ACCEPTED), ASSIGNED, Side.TEAM, Need.PEOPLE),
            move("support.departed", Step.DEPARTURE, EnumSet.of(ASSIGNED), ON_THE_WAY, Side.TEAM, Need.NOTHING),
            // help from afar, or by somebody who is there already, sets out nowhere
            move("support.arrived", Step.ARRIVAL, EnumSet.of(ASSIGNED, ON_THE_WAY), ON_SITE, Side.TEAM, Need.NOTHING),
            move("support.handed-over", Step.HAND_OVER, EnumSet.of(ON_SITE), HANDED_OVER, Side.TEAM, Need.TEXT),
            // either side, so that an institution need not wait for the team to say that they are back
            move("support.returned", Step.RETURN, EnumSet.of(HANDED_OVER), RETURNED, Side.EITHER, Need.NOTHING),
            move("support.reassigned", Step.ASSIGNMENT, EnumSet.of(ASSIGNED), ASSIGNED, Side.TEAM, Need.PEOPLE),
            move("support.reassigned", Step.ASSIGNMENT, EnumSet.of(ON_THE_WAY), ON_THE_WAY, Side.TEAM, Need.PEOPLE),
            move("support.reassigned", Step.ASSIGNMENT, EnumSet.of(ON_SITE), ON_SITE, Side.TEAM, Need.PEOPLE),
            // whoever asked: nobody reaches a system any longer than its own people want
            move("support.ended", Step.ENDING, EnumSet.of(ON_SITE), RETURNED, Side.INSTITUTION, Need.TEXT),
            move("support.declined", Step.REFUSAL, BEFORE_WORK, DECLINED, Side.OTHER, Need.TEXT),
            move("support.withdrawn", Step.WITHDRAWAL, BEFORE_WORK, WITHDRAWN, Side.ASKER, Need.TEXT));

    /** What has to be said with a step. */
    enum Need {
        NOTHING,
        TEXT,
        PEOPLE
    }

    /** Who takes a step. */
    enum Side {
        ASKER,
        OTHER,
        TEAM,
        INSTITUTION,
        EITHER;

        /** The parties that this is, in a request of that origin. */
        Set<Party> parties(Party origin) {
            return switch (this) {
                case ASKER -> EnumSet.of(origin);
                case OTHER -> EnumSet.of(origin.other());
                case TEAM -> EnumSet.of(Party.TEAM);
                case INSTITUTION -> EnumSet.of(Party.INSTITUTION);
                case EITHER -> EnumSet.allOf(Party.class);
            };
        }
    }

    /** What somebody wants to do, and the noun under which the interface knows it. */
    enum Step {
        ACCEPTANCE("acceptance"),
        REFUSAL("refusal"),
        WITHDRAWAL("withdrawal"),
        ASSIGNMENT("assignment"),
        DEPARTURE("departure"),
        ARRIVAL("arrival"),
        HAND_OVER("hand-over"),
        RETURN("return"),
        ENDING("ending");

        private final String noun;

        Step(String noun) {
            this.noun = noun;
        }

        String noun() {
            return noun;
        }

        /** The step of that noun; refuses (404) an address that is none. */
        static Step of(String noun) {
            return Arrays.stream(values())
                    .filter(one -> one.noun.equals(noun))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
        }
    }

    private static Move move(String rule, Step step, Set<SupportState> from, SupportState to, Side side, Need needs) {
        return new Move(rule, step, Set.copyOf(from), to, side, needs);
    }

    /** Whose a step is, whatever the state: the wrong person learns nothing of it. */
    static Side sideOf(Step step) {
        return TABLE.stream()
                .filter(one -> one.step == step)
                .map(Move::side)
                .findFirst()
                .orElseThrow();
    }

    /** The step in that state, or a refusal (409) that says which steps are legal. */
    static Move require(Step step, SupportState from) {
        return open(from).stream()
                .filter(one -> one.step == step)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        SupportError.NOT_ALLOWED_NOW,
                        Map.of(
                                "state",
                                from.name(),
                                "allowed",
                                open(from).stream().map(one -> one.step.noun).toList())));
    }

    /** What may be done in a state, by whoever may. */
    static List<Move> open(SupportState from) {
        return TABLE.stream().filter(one -> one.from.contains(from)).toList();
    }
}
