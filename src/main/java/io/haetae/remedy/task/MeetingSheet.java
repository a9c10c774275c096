package io.haetae.remedy.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a review meeting (점검회의) has before it: one month of every task.
 *
 * @param month such as {@code 2026-11}
 * @param lines of the tasks of which something was owed or reported by then
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MeetingSheet(ProgrammeView programme, String month, List<Line> lines) {

    /**
     * A task in the month.
     *
     * @param before percent of the month before; null while nothing was reported
     * @param missing whether its report is owed and late
     * @param report of the month; null while there is none
     */
    public record Line(
            ProgrammeView.TaskLine task, @Nullable Integer before, boolean missing, TaskView.@Nullable Report report) {}

    /** Lines without a report. */
    public List<Line> missing() {
        return lines.stream().filter(Line::missing).toList();
    }

    /** How many lines say that. */
    public int count(String state) {
        return (int) lines.stream()
                .filter(line ->
                        line.report() != null && line.report().state().name().equals(state))
                .count();
    }
}
