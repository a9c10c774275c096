/**
 * 장애사후관리: what failed and why, how the response went, what keeps it from happening again (전자정부법 제56조의5 ④, 시행령
 * 제70조의5 ④). One review per incident, opened when it has recovered, due one month from the day of recovery: that day does
 * not count, the month ends by the calendar, a last day on a Saturday or holiday moves on (행정기본법 제6조 ①, 민법
 * 제157조·제160조·제161조). The decree asks it for 주요 정보시스템; for all other failures of grade 1 to 3 the same month is a
 * product default. It never holds the closure back. Steps: {@link io.haetae.incident.review.Move}.
 */
@NullMarked
package io.haetae.incident.review;

import org.jspecify.annotations.NullMarked;
