/**
 * 장애관리계획: the guideline of a central authority, every three years (전자정부법 제56조의2, 시행령 제70조의2 ①) → each
 * institution's plan within three months of it, for its systems and the facilities they stand in, power and cooling among
 * them (②) → the authority may ask for completion (보완, ③) → supplemented → accepted. The months are counted by 민법
 * 제157조·제160조·제161조. The steps are the rows of {@link io.haetae.remedy.plan.PlanStep}; a plan that is still being
 * written is seen by the institution alone.
 */
@NullMarked
package io.haetae.remedy.plan;

import org.jspecify.annotations.NullMarked;
