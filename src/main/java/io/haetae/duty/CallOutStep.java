package io.haetae.duty;

import java.time.Instant;
import java.util.List;

/**
 * One step of a call-out, frozen when it starts.
 *
 * @param level from 1; steps are carried out in order of due time, then level
 * @param callees whom it calls
 * @param rollCall whether each of those called must answer before the call-out counts as answered
 * @param dueAt when, unless somebody has answered; one that lies in the past is carried out at once
 */
public record CallOutStep(int level, boolean rollCall, List<Callee> callees, Instant dueAt) {

    public CallOutStep {
        callees = List.copyOf(callees);
    }

    /** A step that the first answer ends. */
    public CallOutStep(int level, List<Callee> callees, Instant dueAt) {
        this(level, false, callees, dueAt);
    }
}
