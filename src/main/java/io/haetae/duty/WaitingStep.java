package io.haetae.duty;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A step that has not been carried out.
 *
 * @param chain whose it is
 * @param ordinal its place in the chain
 * @param level its level
 * @param rollCall whether each of those called must answer
 * @param dueAt when it is due
 * @param callees whom it calls
 */
record WaitingStep(UUID chain, int ordinal, int level, boolean rollCall, Instant dueAt, List<Callee> callees) {}
