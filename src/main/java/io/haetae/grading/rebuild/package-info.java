/**
 * 대규모 시스템 전면개편 점검: the rebuild of a large-scale system carries one record with its phases and a checklist —
 * alternatives before a full rebuild, private cloud first, participation of large companies, the scope redefined after
 * analysis and design. A phase is not entered while a mandatory item before it is open, and a machine names what is missing.
 * The owner's officer answers, the central authority of the owner reviews. Items and limits are rules
 * ({@code grading-rules/rebuild}), a product default after the government's plan for large-scale information systems of 2025.
 *
 * <p>The steps are the rows of {@link io.haetae.grading.rebuild.PhaseMove}. Face:
 * {@link io.haetae.grading.rebuild.RebuildService}.
 */
@NullMarked
package io.haetae.grading.rebuild;

import org.jspecify.annotations.NullMarked;
