package io.haetae.notify;

import io.haetae.kernel.LocalizedText;

/**
 * Why a delivery did not reach anybody.
 *
 * @param code stable code, such as {@code nobody-holds}
 * @param text the reason for people
 */
public record Failure(String code, LocalizedText text) {}
