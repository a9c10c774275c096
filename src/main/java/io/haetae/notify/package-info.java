/**
 * The outbox: what is to be told to whom over which channel, and what became of it.
 *
 * <p>Other rooms write through {@link io.haetae.notify.Outbox} inside their own transaction; a sweep sends outside of
 * any transaction, at least once, always with the same idempotency key, so that a receiver can tell a repetition.
 * Every delivery stays visible as pending, sent, failed or acknowledged: a notice may be withdrawn, but that it was is
 * never hidden. It carries the notice of a failure without delay (전자정부법 제56조의5 제1항) and the report of a
 * disaster (재난안전법 제20조). Public face: {@code Outbox}, {@link io.haetae.notify.Deliveries},
 * {@link io.haetae.notify.ContactPoints}, {@link io.haetae.notify.EndpointService}.
 */
@NullMarked
package io.haetae.notify;

import org.jspecify.annotations.NullMarked;
