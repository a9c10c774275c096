/**
 * How systems come by their grade (등급 산정·검토): the owner assesses by facts and a rule set, submits the result with
 * its evidence, the owner's central authority (중앙사무관장기관) confirms or changes it or asks for completion (보완 요청),
 * and the grade is notified (통보) and written to the register. Law: 전자정부법 제56조의3 제2항·제3항, 시행령 제70조의3.
 *
 * <p>The steps are the rows of {@link io.haetae.grading.Transition}. Facts and computed results are both kept; a
 * changed grade stands beside the computed one. Face: {@link io.haetae.grading.AssessmentService},
 * {@link io.haetae.grading.DecisionService} and {@link io.haetae.grading.AssessmentListService}. Lists read the
 * register's systems and their scope in SQL, so that they always follow the register of the moment.
 */
@NullMarked
package io.haetae.grading;

import org.jspecify.annotations.NullMarked;
