package io.haetae.procedure;

/**
 * Asks for a run.
 *
 * @param manual {@code kind/name}; the version in force is taken
 * @param subjectKind such as {@code INCIDENT}
 * @param subjectId which one
 * @param automatic started by the service, not by a person
 */
public record StartRun(String manual, String subjectKind, String subjectId, boolean automatic) {}
