/**
 * Shift hand-over (인수인계): what is open, promised and due, gathered from every room, frozen when whoever goes off duty
 * signs, and signed by whoever comes on duty or sent back with a question. In 2023 a night shift told the wrong person
 * and nobody could say afterwards what had been handed on; here both signatures name the very text that was read.
 *
 * <p>Rooms above tell their part through {@link io.haetae.kernel.Unfinished}: this one knows none of them. That there are
 * two signatures, and nobody signs for another, is a product default.
 */
@NullMarked
package io.haetae.duty.handover;

import org.jspecify.annotations.NullMarked;
