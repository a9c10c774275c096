package io.haetae.notify;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
 */
public record GatewayView(
        UUID id, Channel channel, String name, int rank, String url, List<String> dependsOn, Instant createdAt) {

    public GatewayView {
        dependsOn = List.copyOf(dependsOn);
    }
}
