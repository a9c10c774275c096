/**
 * 변경관리: planned work on systems and the time in which it happens. A change is requested, approved by somebody else, begun
 * and done or rolled back, by the rows of {@link io.haetae.change.Move}; its maintenance window, and windows that stand
 * alone, once or again and again, have effect only when approved by another person than their writer. 전자정부법 시행령
 * 제70조의3 ④ asks for prevention by grade; the steps are a product default. Face: {@link io.haetae.change.Maintenance},
 * {@link io.haetae.change.PublicMaintenance}, {@link io.haetae.change.ChangeHints}, {@link io.haetae.change.ChangeService}.
 */
@NullMarked
package io.haetae.change;

import org.jspecify.annotations.NullMarked;
