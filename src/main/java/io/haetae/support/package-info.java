/**
 * 기술지원 요청: the Cyber Failure Support Team (사이버장애지원단) helps with failures of systems that are not housed in NIRS, asked by
 * their institution or offering itself; the other side accepts. Each step is a row of {@link io.haetae.support.Move}, with the
 * time when it happened beside the time when it was recorded. Who is sent reaches the system and its incidents like its own
 * people while the request is open, by a key held in {@link io.haetae.identity.Grants}. 전자정부법 제56조의5 ③ and 시행령 제70조의2 ④
 * ask for the support; the steps are a product default. Face: {@link io.haetae.support.SupportService},
 * {@link io.haetae.support.SupportListService}.
 */
@NullMarked
package io.haetae.support;

import org.jspecify.annotations.NullMarked;
