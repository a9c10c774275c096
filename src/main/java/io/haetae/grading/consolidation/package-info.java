/**
 * 통합·폐지 검토: how much systems were used in a year and how they did, as their owners say with source and day and as was
 * measured, and which systems of grade 3 or lower are looked at for a merge or an abolition, with the reason per criterion.
 * The limits are rules ({@code grading-rules/consolidation}), a product default; a fact that nobody knows stays unknown.
 *
 * <p>Law: 전자정부법 제23조, 시행령 제19조 ②. This package only lists: whether to recommend is a person's decision, made in the
 * room {@code remedy}, whose form its pages link to, and the merge itself is an act of the register.
 */
@NullMarked
package io.haetae.grading.consolidation;

import org.jspecify.annotations.NullMarked;
