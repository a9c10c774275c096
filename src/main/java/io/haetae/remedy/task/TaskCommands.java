package io.haetae.remedy.task;

import io.haetae.kernel.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people say about programmes and their tasks. */
public final class TaskCommands {

    private TaskCommands() {}

    /**
     * A programme; the institution of whoever makes it coordinates it.
     *
     * @param announcedOn the day it was announced
     * @param source where that can be read
     * @param announcedTasks how many tasks were announced; not known when left out
     * @param exercise 훈련: marked with its tasks everywhere
     */
    public record NewProgramme(
            @NotNull @Valid LocalizedText title,
            @NotNull LocalDate announcedOn,
            @NotNull @Valid LocalizedText source,
            @Nullable @Min(1) @Max(10_000) Integer announcedTasks,
            @Nullable Boolean exercise) {}

    /**
     * A task.
     *
     * @param number in its programme
     * @param owner institution that carries it out and reports
     * @param partners institutions that take part
     * @param dueOn until when; open when left out
     * @param reportFrom the first month of which a report is owed, such as {@code 2026-11}; the present one when left out
     * @param source where the task itself can be read
     * @param example made up, to show how it works
     */
    public record NewTask(
            @NotNull @Min(1) @Max(10_000) Integer number,
            @NotNull @Valid LocalizedText title,
            @NotNull TaskKind kind,
            @NotBlank @Size(max = 40) String owner,
            @Size(max = 50) List<@NotNull @NotBlank @Size(max = 40) String> partners,
            @Nullable LocalDate dueOn,

            @Nullable @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])")
            String reportFrom,

            @Nullable @Valid LocalizedText note,
            @Nullable @Valid LocalizedText source,
            @Nullable Boolean example) {

        public NewTask {
            partners = Objects.requireNonNullElse(partners, List.of());
        }
    }

    /**
     * Another owner, other partners, another day for a task.
     *
     * @param reason why it changes
     */
    public record Content(
            @NotNull @Valid LocalizedText title,
            @NotNull TaskKind kind,
            @NotBlank @Size(max = 40) String owner,
            @Size(max = 50) List<@NotNull @NotBlank @Size(max = 40) String> partners,
            @Nullable LocalDate dueOn,
            @Nullable @Valid LocalizedText note,
            @NotBlank @Size(max = 2_000) String reason) {

        public Content {
            partners = Objects.requireNonNullElse(partners, List.of());
        }
    }

    /**
     * The report of a month. One that is put again puts the former right.
     *
     * @param percent done in all; 100 when done
     * @param done what was done in the month, or why it stopped
     * @param next what is done next; may be left out when done or stopped
     */
    public record Report(
            @NotNull @Min(0) @Max(100) Integer percent,
            @NotNull Progress state,
            @NotBlank @Size(max = 4_000) String done,
            @Nullable @Size(max = 4_000) String next) {}

    /** Why something ends or begins again. */
    public record Reason(@NotBlank @Size(max = 2_000) String reason) {}
}
