package io.haetae.remedy.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A programme in a list.
 *
 * @param announcedTasks how many tasks were announced; null when not known
 * @param tasks how many are listed; made-up ones are in no figure
 * @param done of them
 * @param late reported late, or past their day
 * @param missing months of which a report is missing, of all tasks
 * @param percent the mean of what was reported last; 0 for a task of which nothing was
 * @param toClose whether every task has ended and the programme has not
 * @param exercise 훈련
 * @param seq its place in the list; for the cursor
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProgrammeRow(
        String number,
        LocalizedText title,
        String coordinator,
        LocalDate announcedOn,
        @Nullable Integer announcedTasks,
        int tasks,
        int done,
        int late,
        int missing,
        int percent,
        @Nullable Instant closedAt,
        boolean toClose,
        boolean exercise,
        @JsonIgnore long seq) {}
