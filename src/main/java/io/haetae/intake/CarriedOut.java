package io.haetae.intake;

import io.haetae.rule.CorrelationPolicy.Proposes;
import java.util.List;

/** How a confirmed proposal is carried out; the person who confirms chooses. */
public enum CarriedOut {
    /** The incidents become one; the old number goes on as another name of it. */
    MERGE,
    /** They stay apart, and the one is marked as the cause of the others. */
    CAUSED_BY,
    /** They stay apart and show each other. */
    TOGETHER,
    /** The alarms that came later begin an incident of their own. */
    ALARMS,
    /** The system is taken out into an incident of its own. */
    SYSTEM;

    /** The ways that a proposal allows; one that comes first and alone in kind needs no choice. */
    static List<CarriedOut> of(Proposes kind) {
        return switch (kind) {
            case JOIN -> List.of(MERGE, CAUSED_BY, TOGETHER);
            case CAUSE -> List.of(CAUSED_BY, MERGE);
            case SPLIT -> List.of(ALARMS, SYSTEM);
        };
    }
}
