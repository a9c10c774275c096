package io.haetae.change;

import java.util.List;
import java.util.UUID;

/**
 * The systems of a window.
 *
 * @param ids in the register, in the order of the codes
 * @param scope keys that reach at least one of them, or the institution that works on them
 */
record PlannedSystems(List<UUID> ids, List<String> codes, List<String> scope) {}
