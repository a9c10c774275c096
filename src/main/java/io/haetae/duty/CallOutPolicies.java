package io.haetae.duty;

import java.util.List;

/**
 * Whom the policies in force would call of a failure at an institution. The room that owns the policies implements it,
 * so that this one can look at the start of each shift whether anybody would be reached, knowing no incident.
 */
public interface CallOutPolicies {

    /** The levels of every policy, for a failure of a system that this institution owns and operates. */
    List<PlannedLevel> of(String institution);

    /**
     * One level of a policy.
     *
     * @param policy name of the policy
     * @param version its version
     * @param failureGrade 장애등급 for which it holds
     * @param level from 1
     * @param callees whom it calls
     */
    record PlannedLevel(String policy, String version, int failureGrade, int level, List<Callee> callees) {

        public PlannedLevel {
            callees = List.copyOf(callees);
        }
    }
}
