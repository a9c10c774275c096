/**
 * Working days and deadline arithmetic, pure. The room that owns a deadline keeps its row and claims it when due; this
 * room only says when that is.
 *
 * <p>Law: 공휴일에 관한 법률 and 관공서의 공휴일에 관한 규정 제2조·제3조 (public and substitute holidays), 민법 제157조 (the first day
 * does not count), 제160조 (months run by the calendar), 제161조 (a last day on a Saturday or holiday moves on),
 * 행정절차법 제16조 (a period stands still while the cause lasts).
 */
@NullMarked
package io.haetae.deadline;

import org.jspecify.annotations.NullMarked;
