package io.haetae.notify;

import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this replica has taken to send.
 *
 * @param id of the delivery
 * @param key its idempotency key: the same on every try
 * @param subjectKind what it is about
 * @param subjectId which one
 * @param to the recipient as people read it
 * @param channel the way
 * @param place its address as the outbox has it: an endpoint's id where that has its own address
 * @param address where on that way: a mail address, a URL, a folder's name
 * @param secret what it is signed with; null for channels that do not sign
 * @param level level of the escalation
 * @param title in both languages
 * @param body in both languages
 * @param exercise 훈련
 * @param at when it was to be sent
 * @param attempt which try this is, from 1
 * @param together the messages that it stands for when it is several, itself among them; else none
 */
record Outgoing(
        UUID id,
        String key,
        String subjectKind,
        String subjectId,
        String to,
        Channel channel,
        String place,
        String address,
        @Nullable String secret,
        int level,
        LocalizedText title,
        LocalizedText body,
        boolean exercise,
        Instant at,
        int attempt,
        List<Together> together) {

    /** One of the messages that go out as one. */
    record Together(UUID delivery, String subjectKind, String subjectId) {}

    Outgoing {
        together = List.copyOf(together);
    }

    /** In the place of a secret that cannot be opened. */
    static final String UNREADABLE = "";

    /** What is read out or written to a telephone: the title when it is marked as an exercise, for the body is not. */
    LocalizedText said() {
        return exercise ? title : body;
    }

    Outgoing saying(LocalizedText other) {
        return new Outgoing(
                id,
                key,
                subjectKind,
                subjectId,
                to,
                channel,
                place,
                address,
                secret,
                level,
                other,
                other,
                exercise,
                at,
                attempt,
                together);
    }

    Outgoing standingFor(List<Outgoing> all) {
        return new Outgoing(
                id,
                key,
                subjectKind,
                subjectId,
                to,
                channel,
                place,
                address,
                secret,
                level,
                title,
                body,
                exercise,
                at,
                attempt,
                all.stream()
                        .map(each -> new Together(each.id, each.subjectKind, each.subjectId))
                        .toList());
    }

    /** Without text, address and secret: safe for the log. */
    @Override
    public String toString() {
        return channel + " delivery " + id + " about " + subjectKind + " " + subjectId + ", try " + attempt;
    }
}
