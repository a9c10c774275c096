/**
 * What is to become better and whether it did: 개선권고 of a central authority → 조치계획 within one month → 조치결과 without
 * delay → verified by the institution that recommended (전자정부법 제56조의5 ⑥, 시행령 제70조의4 ⑤·제70조의5 ⑦), and measures
 * (재발방지대책) that an institution sets itself and follows the same way. The month is counted from the day the
 * recommendation was received: that day does not count, the last one moves off a Saturday or holiday (민법 제157조·제160조·
 * 제161조 through 행정기본법 제6조 ①). A recommendation to merge or abolish a service (통합·폐지 권고, 전자정부법 제23조) takes the same
 * course; its plan is due within 30 days and speaks of convenience, data and continuity (시행령 제19조 ②). The steps are the rows
 * of {@link io.haetae.remedy.RemedyStep}. Face: {@link io.haetae.remedy.RecommendationService} and {@link io.haetae.remedy.RecommendationListService}.
 */
@NullMarked
package io.haetae.remedy;

import org.jspecify.annotations.NullMarked;
