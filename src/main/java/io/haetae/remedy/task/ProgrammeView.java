package io.haetae.remedy.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A programme with its tasks.
 *
 * @param source where it can be read that it was announced
 * @param announcedTasks how many tasks were announced; null when not known
 * @param months of which reports are owed, the oldest first; the last twelve
 * @param owners how far each owner has come
 * @param exercise 훈련
 * @param former coordinators that were merged, from which it came
 * @param leads whether the reader coordinates it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProgrammeView(
        String number,
        LocalizedText title,
        String coordinator,
        LocalDate announcedOn,
        LocalizedText source,
        @Nullable Integer announcedTasks,
        Instant createdAt,
        String createdBy,
        @Nullable Instant closedAt,
        @Nullable String closing,
        List<String> months,
        List<TaskLine> tasks,
        List<OwnerLine> owners,
        boolean exercise,
        List<String> former,
        boolean leads,
        int version)
        implements Versioned {

    /** A month of a task. */
    public enum CellState {
        ON_TRACK,
        LATE,
        DONE,
        STOPPED,
        /** Owed, and its time has not passed. */
        AWAITED,
        /** Owed, and its time has passed. */
        MISSING,
        /** Nothing is owed. */
        NONE
    }

    /**
     * What stands in the matrix.
     *
     * @param percent null while nothing was reported
     */
    public record Cell(
            String month, CellState state, @Nullable Integer percent, boolean late) {}

    /**
     * A task.
     *
     * @param former owners and partners that were merged, from which it came
     * @param percent reported last; 0 while nothing was
     * @param progress reported last; null while nothing was
     * @param overdue whether its day has passed and it runs
     * @param missing months of which the report is missing
     * @param cells the months of the programme
     */
    public record TaskLine(
            int number,
            LocalizedText title,
            TaskKind kind,
            String owner,
            LocalizedText ownerName,
            List<String> partners,
            List<String> former,
            @Nullable LocalDate dueOn,
            boolean example,
            TaskState state,
            int percent,
            @Nullable Progress progress,
            boolean overdue,
            List<String> missing,
            List<Cell> cells) {

        /** Whether it was reported late, or its day has passed. */
        public boolean isLate() {
            return overdue || state == TaskState.RUNNING && progress == Progress.LATE;
        }
    }

    /** How far an owner has come; {@code percent} is the mean of its tasks that were not stopped. */
    public record OwnerLine(
            String owner,
            LocalizedText ownerName,
            int tasks,
            int done,
            int late,
            int stopped,
            int missing,
            int percent) {}

    /** The tasks that count: made-up ones are in no figure. */
    public List<TaskLine> real() {
        return tasks.stream().filter(task -> !task.example()).toList();
    }

    /** Percent done in all: the mean of the tasks that were not stopped. */
    public int percent() {
        return Standing.percent(real());
    }

    /** How many tasks are done. */
    public int done() {
        return (int)
                real().stream().filter(task -> task.state() == TaskState.DONE).count();
    }

    /** How many are late. */
    public int late() {
        return (int) real().stream().filter(TaskLine::isLate).count();
    }

    /** Tasks of which a report is missing. */
    public List<TaskLine> missing() {
        return tasks.stream().filter(task -> !task.missing().isEmpty()).toList();
    }

    /** Whether it still runs. */
    public boolean running() {
        return closedAt == null;
    }
}
