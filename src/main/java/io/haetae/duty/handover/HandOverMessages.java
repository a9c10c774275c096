package io.haetae.duty.handover;

import io.haetae.identity.PeopleService;
import io.haetae.kernel.Texts;
import io.haetae.notify.Channel;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the other one in his inbox that it is his turn, or that it is done. */
@ApplicationScoped
class HandOverMessages {

    private final Outbox outbox;
    private final Texts texts;
    private final PeopleService people;

    HandOverMessages(Outbox outbox, Texts texts, PeopleService people) {
        this.outbox = outbox;
        this.texts = texts;
        this.people = people;
    }

    /** A draft that is withdrawn concerns nobody else yet. */
    void tell(HandOver h, HandOverMove move, int edition, @Nullable String said) {
        if (move.from() == HandOverState.DRAFT && move.to() == HandOverState.WITHDRAWN) {
            return;
        }
        boolean byGiver = move.side() == HandOverMove.Side.GIVER;
        HandOverView.Party from = byGiver ? h.giver() : h.taker();
        HandOverView.Party to = byGiver ? h.taker() : h.giver();
        people.find(to.person())
                .ifPresent(person -> outbox.enqueue(List.of(new NewDelivery(
                        HandOverService.SUBJECT,
                        h.id().toString(),
                        Set.of(),
                        person.id(),
                        person.name(),
                        Channel.IN_APP,
                        person.username(),
                        0,
                        texts.both(move.rule() + ".title", Map.of("name", from.name())),
                        texts.both(
                                move.rule() + ".body",
                                Map.of("post", h.giver().post(), "text", Objects.requireNonNullElse(said, "–"))),
                        move.rule() + ":" + h.id() + ":" + edition,
                        false,
                        null))));
    }
}
