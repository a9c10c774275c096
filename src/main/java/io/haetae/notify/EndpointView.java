package io.haetae.notify;

import java.time.Instant;
import java.util.UUID;

/** An endpoint as others see it; its secret is shown only once, when it is made. */
public record EndpointView(
        UUID id, String institution, Channel channel, String name, String address, Instant createdAt) {}
