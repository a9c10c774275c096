package io.haetae.audit;

import java.util.Map;

/**
 * One change of state to be recorded.
 *
 * @param action the named rule that allowed it, such as {@code incident.declared}
 * @param subjectKind what kind of thing changed, such as {@code INCIDENT}
 * @param subjectId the thing's number or code, as people ask for it
 * @param data what changed
 */
public record JournalEntry(String action, String subjectKind, String subjectId, Map<String, ?> data) {}
