/**
 * 현황조사·점검 (전자정부법 제56조의4, 시행령 제70조의4): announced two months before it begins, an urgent one at the latest the
 * day before ({@link io.haetae.remedy.survey.NoticePeriod}); each institution addressed answers what it is asked, is visited
 * on a day, and what was found becomes a 개선권고 of the ordinary chain, whose plan is due within one month (⑤). The
 * recommendation names the survey as what it came from. Face: {@link io.haetae.remedy.survey.SurveyService}.
 */
@NullMarked
package io.haetae.remedy.survey;

import org.jspecify.annotations.NullMarked;
