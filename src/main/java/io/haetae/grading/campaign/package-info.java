/**
 * The full review (전수 검토) of system grades: a central authority opens it for its institutions with a due date, each
 * office answers for its systems with what is known already before it, clocks remind, and progress is seen per ministry.
 * Law: 전자정부법 제56조의3; how often and how long is the authority's own decision.
 *
 * <p>An answer is an assessment like any other and takes its course in {@link io.haetae.grading}: this package asks for
 * it, and reads where it stands. Exceptions end by themselves, with a warning before.
 */
@NullMarked
package io.haetae.grading.campaign;

import org.jspecify.annotations.NullMarked;
