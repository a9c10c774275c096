/**
 * Incidents: a failure (장애) or a feared failure (장애 우려) of systems or places, from the first alarm to closure.
 *
 * <p>Law: 전자정부법 제56조의5 ① and 시행령 제70조의5 (notice without delay: time, cause, damage, actions, department in
 * charge), 재난안전법 제20조 (report). The failure grade (장애등급) is computed by a rule set from recorded facts and
 * chooses the clocks and the call-out; a machine makes it worse at once, only a person makes it milder. Records stand in
 * place of flags: who acknowledged, recovered, closed or reopened, when and why. Public face: the services and views.
 */
@NullMarked
package io.haetae.incident;

import org.jspecify.annotations.NullMarked;
