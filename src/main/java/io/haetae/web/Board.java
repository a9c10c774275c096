package io.haetae.web;

import io.haetae.crisis.CrisisRow;
import io.haetae.incident.IncidentRow;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Role;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What the board shows.
 *
 * @param open incidents that have not recovered
 * @param recovered those that wait for their closure
 * @param crises crises that are not closed
 * @param messages how many messages to the reader he has not acknowledged
 * @param reader who reads
 * @param now when it was put together
 */
record Board(
        List<IncidentRow> open,
        List<IncidentRow> recovered,
        List<CrisisRow> crises,
        int messages,
        Actor reader,
        Instant now) {

    private static final int UNGRADED = 5;

    Board {
        open = open.stream()
                .sorted(Comparator.comparing(Board::grade).thenComparing(Board::begin))
                .toList();
    }

    /** How many open incidents have this failure grade; 0 for those without one. */
    public long count(int grade) {
        return open.stream()
                .filter(row -> Objects.requireNonNullElse(row.failureGrade(), 0) == grade)
                .count();
    }

    /** Open incidents nobody has acknowledged, if the reader is one who may. */
    public List<IncidentRow> unanswered() {
        boolean may = reader.hasAny(Role.OPERATOR, Role.SITUATION, Role.SUPPORT, Role.OFFICER, Role.HQ);
        return may ? open.stream().filter(row -> row.acknowledgedAt() == null).toList() : List.of();
    }

    /** Provisional grades of major systems, if the reader is of the situation room, which confirms them. */
    public List<IncidentRow> unconfirmed() {
        return reader.hasAny(Role.SITUATION)
                ? open.stream()
                        .filter(row -> row.gradeProvisional() && row.major())
                        .toList()
                : List.of();
    }

    /** Whether something waits for the reader. */
    public boolean needsReader() {
        return messages > 0
                || !unanswered().isEmpty()
                || !unconfirmed().isEmpty()
                || mayClose() && !recovered.isEmpty();
    }

    /** Whether the reader works incidents, and so closes them. */
    public boolean mayClose() {
        return reader.hasAny(Role.OPERATOR, Role.SITUATION, Role.SUPPORT);
    }

    /** Whether the reader may acknowledge this one. */
    public boolean mayAcknowledge(IncidentRow row) {
        return row.acknowledgedAt() == null && unanswered().contains(row);
    }

    /** When it began, as far as known. */
    public Instant since(IncidentRow row) {
        return begin(row);
    }

    private static int grade(IncidentRow row) {
        return Objects.requireNonNullElse(row.failureGrade(), UNGRADED);
    }

    private static Instant begin(IncidentRow row) {
        return Objects.requireNonNullElse(row.detectedAt(), row.recordedAt());
    }
}
