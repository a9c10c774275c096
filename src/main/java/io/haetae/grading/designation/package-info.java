/**
 * The designation of 주요 정보시스템: MOIS designates them from grade and criteria, and only for these holds the duty to notify
 * a failure without delay (전자정부법 제56조의5 제1항, 시행령 제70조의5 제1항).
 *
 * <p>A designation and a revocation are acts with a day, a basis and a document, told to the owner. Which systems are due
 * for either is shown with the reason, by the grade that the settings name (product default: 1 and 2). The register keeps
 * the present state.
 */
@NullMarked
package io.haetae.grading.designation;

import org.jspecify.annotations.NullMarked;
