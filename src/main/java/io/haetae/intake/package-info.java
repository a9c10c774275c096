/**
 * Intake: what monitoring tools send becomes alerts (장애 알람), and alerts become incidents.
 *
 * <p>Law: 전자정부법 제56조의5 ① asks for a notice of failures without delay; it begins with an alarm that is not lost.
 * An alert is evidence: it never is a grade, and its end never closes an incident. It is kept before anything else is
 * done with it, it is one alert while it is open however often it is sent, and the sender is told what became of it. What
 * names no system that the register knows waits for people. Public face: none yet; pages compose by URL.
 */
@NullMarked
package io.haetae.intake;

import org.jspecify.annotations.NullMarked;
