package io.haetae.grading.rebuild;

import io.haetae.kernel.Refusal;
import java.util.List;
import java.util.Map;

/**
 * One legal step from phase to phase; {@link #TABLE} holds them all.
 *
 * @param rule its name, which is written into the journal
 */
record PhaseMove(String rule, Phase from, Phase to) {

    /** Rules of what is no step from phase to phase. */
    static final String BEGUN = "grading.rebuild-begun";

    static final String BUDGET = "grading.rebuild-budget-set";

    private static final String STOPPED = "grading.rebuild-stopped";

    static final List<PhaseMove> TABLE = List.of(
            new PhaseMove("grading.rebuild-designed", Phase.PLANNED, Phase.DESIGNED),
            new PhaseMove("grading.rebuild-scope-redefined", Phase.DESIGNED, Phase.SCOPE_REDEFINED),
            new PhaseMove("grading.rebuild-construction-begun", Phase.SCOPE_REDEFINED, Phase.UNDER_CONSTRUCTION),
            new PhaseMove("grading.rebuild-opened", Phase.UNDER_CONSTRUCTION, Phase.OPENED),
            new PhaseMove(STOPPED, Phase.PLANNED, Phase.STOPPED),
            new PhaseMove(STOPPED, Phase.DESIGNED, Phase.STOPPED),
            new PhaseMove(STOPPED, Phase.SCOPE_REDEFINED, Phase.STOPPED),
            new PhaseMove(STOPPED, Phase.UNDER_CONSTRUCTION, Phase.STOPPED));

    /** The phases that may follow, the next one first. */
    static List<Phase> after(Phase from) {
        return TABLE.stream().filter(one -> one.from == from).map(PhaseMove::to).toList();
    }

    /** The step, or a refusal (409) that says which phases may follow. */
    static PhaseMove require(Phase from, Phase to) {
        return TABLE.stream()
                .filter(one -> one.from == from && one.to == to)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        RebuildError.STEP_NOT_ALLOWED, Map.of("state", from.name(), "allowed", after(from))));
    }
}
