/**
 * Crises span incidents: a stage (위기경보) per lead agency, headquarters, what was recovered when, situation reports.
 *
 * <p>Law: 재난 및 안전관리 기본법 제38조 (stages are issued by the 재난관리주관기관; raising or lifting 심각 needs consultation with
 * the minister of MOIS), 제14조·제15조의2·제16조·제17조의3 (headquarters stand by their own decision), 제20조 (reports: first,
 * interim, final). A rule set recommends; only a recorded decision of named people changes a stage.
 */
@NullMarked
package io.haetae.crisis;

import org.jspecify.annotations.NullMarked;
