package io.haetae.notify;

import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as others see it. The address stays inside: a mail address is personal data, an endpoint's a weakness.
 *
 * @param id of the delivery
 * @param subject what it is about
 * @param person the recipient's account, if there is one
 * @param to the recipient as people read it
 * @param channel the way
 * @param state what became of it
 * @param level level of the escalation, 0 outside of one
 * @param at when it was to be sent
 * @param sentAt when the channel took it
 * @param acknowledgedAt when the person said that it arrived
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried next, while it is pending
 * @param failure why it failed, or why the last try did
 * @param exercise 훈련
 * @param title the title that was sent
 * @param body the text that was sent
 * @param bundle the one message in which it went out with others, if it did
 * @param gateway name of the gateway that took it
 */
public record DeliveryView(
        UUID id,
        Subject subject,
        @Nullable UUID person,
        String to,
        Channel channel,
        State state,
        int level,
        Instant at,
        @Nullable Instant sentAt,
        @Nullable Instant acknowledgedAt,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Failure failure,
        boolean exercise,
        LocalizedText title,
        LocalizedText body,
        @Nullable Bundle bundle,
        @Nullable String gateway) {

    /**
     * Several text messages or calls that went out to one number as one.
     *
     * @param id of the bundle
     * @param messages how many it stands for
     */
    public record Bundle(UUID id, int messages) {}

    /** Whether there is somebody to send it to again. */
    public boolean isResendable() {
        return person != null || channel != Channel.IN_APP;
    }

    /** What a delivery is about. */
    public record Subject(String kind, String id) {}

    /** What became of a delivery. */
    public enum State {
        /** To be sent, or to be tried again. */
        PENDING,
        /** Handed over to the channel. */
        SENT,
        /** Not sent, and not tried again by itself; the reason says why. */
        FAILED,
        /** The person said that it arrived. */
        ACKNOWLEDGED
    }
}
