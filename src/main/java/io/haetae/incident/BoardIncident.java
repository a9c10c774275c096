package io.haetae.incident;

import java.time.Instant;
import java.util.List;

/**
 * An incident as a board shows it among hundreds.
 *
 * @param row the incident
 * @param sites where its systems stand, and places that are out; by code
 * @param institutions whose systems they are; by code
 */
public record BoardIncident(IncidentRow row, List<String> sites, List<String> institutions) {

    private static final int UNGRADED = 5;

    public BoardIncident {
        sites = List.copyOf(sites);
        institutions = List.copyOf(institutions);
    }

    /** When it began, as far as known. */
    public Instant since() {
        Instant detected = row.detectedAt();
        return detected == null ? row.recordedAt() : detected;
    }

    /** The failure grade, 5 while there is none: it comes after all that are graded. */
    public int rank() {
        Integer grade = row.failureGrade();
        return grade == null ? UNGRADED : grade;
    }

    /** Whether it goes on and nobody has answered. */
    public boolean isUnanswered() {
        return row.state() == IncidentState.OPEN && row.acknowledgedAt() == null;
    }

    /** Whether its next deadline has passed. */
    public boolean isLate(Instant now) {
        Instant due = row.nextDueAt();
        return due != null && due.isBefore(now);
    }
}
