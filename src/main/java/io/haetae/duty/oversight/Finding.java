package io.haetae.duty.oversight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was late when the check looked.
 *
 * @param what {@code call-out}, {@code clock}, {@code message} and so on
 * @param detail which of several of that sort; empty when there is only one
 * @param subjectKind what it belongs to
 * @param subjectId which one
 * @param dueAt when it was to happen
 * @param byService whether the service itself failed to act; otherwise people did not
 * @param foundAt when the check found it
 * @param settledAt when it was no longer late, null while it is
 */
public record Finding(
        String what,
        String detail,
        String subjectKind,
        String subjectId,
        Instant dueAt,
        boolean byService,
        Instant foundAt,
        @Nullable Instant settledAt) {}
