package io.haetae.grading;

import io.haetae.register.SystemView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the register knows of a system itself, so that nobody is asked for it; what is given counts before it. */
final class RegisterFacts {

    /** The number of other systems that a failure affects (시행령 제70조의3 ① 3). */
    static final String AFFECTED = "affectedSystems";

    static final String AUDIENCE = "audience";
    static final String MAJOR = "major";
    static final String EMERGENCY = "emergency";
    static final String RECOVERY = "recoveryMinutes";

    static final Set<String> NAMES = Set.of(AFFECTED, AUDIENCE, MAJOR, EMERGENCY, RECOVERY);

    private RegisterFacts() {}

    /** All but the number of affected systems, which has to be counted. */
    static Map<String, Object> of(SystemView system) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (system.audience() != null) {
            facts.put(AUDIENCE, system.audience().name());
        }
        facts.put(MAJOR, system.major());
        facts.put(EMERGENCY, system.hasEmergencyService());
        if (system.recovery() != null && system.recovery().rtoMinutes() != null) {
            facts.put(RECOVERY, system.recovery().rtoMinutes());
        }
        return facts;
    }
}
