package io.haetae.notify;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Where a gateway stands in the order of its channel.
 *
 * @param rank 1 is tried first
 */
public record GatewayRank(@NotNull @Min(1) @Max(99) Integer rank) {}
