/**
 * Service continuity (서비스 연속성): what people are told to use instead while a system is down (대체수단 안내), what is taken
 * by hand meanwhile (수기접수), how it is processed back with effect on the day it was received (소급처리), and what becomes
 * of deadlines.
 *
 * <p>Law: 행정절차법 제16조, 전자정부법 제28조 ③, 국세기본법 제5조 ③, 관세법 제8조 ④ and agencies' decisions, as rule data in
 * {@code grading-rules/deadline}; 개인정보 보호법 제24조의2 (no 주민등록번호 is taken), 제29조 (what is taken is encrypted). The
 * plan of a system is not an institution's 기능연속성계획. Public face: the services and views.
 */
@NullMarked
package io.haetae.continuity;

import org.jspecify.annotations.NullMarked;
