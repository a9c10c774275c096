package io.haetae.notify;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A test message over one gateway.
 *
 * @param to the telephone number
 */
public record NewGatewayTest(@NotBlank @Size(max = 40) String to) {}
