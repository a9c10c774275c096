package io.haetae.notify;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gateway as others see it; its secret and the key of its answers are never shown again.
 *
 * @param id of the gateway
 * @param channel what it sends
 * @param name what people call it
 * @param rank order in which it is tried
 * @param url where messages are posted to
 * @param dependsOn the systems it depends on
 * @param createdAt when it was made
 * @param state whether it took the last message that it was given
 * @param succeededAt when it last took one
 * @param failedAt when it last did not
 * @param failure why it did not
 * @param replyFrom where the sender stands in an answer, by path
 * @param replyText where the text stands in an answer, by path
 */
public record GatewayView(
        UUID id,
        Channel channel,
        String name,
        int rank,
        String url,
        List<String> dependsOn,
        Instant createdAt,
        State state,
        @Nullable Instant succeededAt,
        @Nullable Instant failedAt,
        @Nullable Failure failure,
        String replyFrom,
        String replyText) {

    /** Whether a gateway works, as far as is known. */
    public enum State {
        /** Nothing has been sent over it yet. */
        UNTRIED,
        /** It took the last message. */
        WORKING,
        /** It did not take the last message; the next gateway was asked. */
        FAILING;

        static State of(@Nullable Instant succeededAt, @Nullable Instant failedAt) {
            if (failedAt == null) {
                return succeededAt == null ? UNTRIED : WORKING;
            }
            return succeededAt == null || succeededAt.isBefore(failedAt) ? FAILING : WORKING;
        }
    }

    public GatewayView {
        dependsOn = List.copyOf(dependsOn);
    }
}
