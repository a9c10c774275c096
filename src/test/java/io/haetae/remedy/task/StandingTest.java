package io.haetae.remedy.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.kernel.LocalizedText;
import io.haetae.remedy.task.ProgrammeView.OwnerLine;
import io.haetae.remedy.task.ProgrammeView.TaskLine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static TaskLine task(
            String owner, TaskState state, int percent, @Nullable Progress progress, String... missing) {
        LocalizedText name = new LocalizedText(owner, owner);
        return new TaskLine(
                1,
                new LocalizedText("x", "x"),
                TaskKind.IMMEDIATE,
                owner,
                name,
                List.of(),
                List.of(),
                null,
                false,
                state,
                percent,
                progress,
                false,
                List.of(missing),
                List.of());
    }

    @Test
    void the_mean_leaves_out_what_was_stopped_and_is_100_only_when_all_of_it_is() {
        assertThat(Standing.percent(List.of())).isZero();
        assertThat(Standing.percent(List.of(
                        task("A", TaskState.DONE, 100, Progress.DONE),
                        task("A", TaskState.RUNNING, 99, Progress.ON_TRACK),
                        task("A", TaskState.STOPPED, 10, Progress.STOPPED))))
                .isEqualTo(99);
    }

    @Test
    void every_owner_has_a_line_of_its_own() {
        assertThat(Standing.owners(List.of(
                        task("B", TaskState.RUNNING, 40, Progress.LATE, "2026-09", "2026-10"),
                        task("A", TaskState.RUNNING, 0, null),
                        task("B", TaskState.DONE, 100, Progress.DONE))))
                .containsExactly(
                        new OwnerLine("A", new LocalizedText("A", "A"), 1, 0, 0, 0, 0, 0),
                        new OwnerLine("B", new LocalizedText("B", "B"), 2, 1, 1, 0, 2, 70));
    }
}
