package io.haetae.remedy.task;

import io.haetae.remedy.task.ProgrammeView.OwnerLine;
import io.haetae.remedy.task.ProgrammeView.TaskLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far tasks have come together. */
final class Standing {

    private Standing() {}

    /** The mean of the tasks that were not stopped, rounded down: nothing is 100 before all of it is. */
    static int percent(List<TaskLine> tasks) {
        return (int) tasks.stream()
                .filter(task -> task.state() != TaskState.STOPPED)
                .mapToInt(TaskLine::percent)
                .average()
                .orElse(0);
    }

    /** One line per owner, by code. */
    static List<OwnerLine> owners(List<TaskLine> tasks) {
        Map<String, List<TaskLine>> byOwner = new TreeMap<>();
        tasks.forEach(task -> byOwner.computeIfAbsent(task.owner(), owner -> new ArrayList<>())
                .add(task));
        return byOwner.values().stream().map(Standing::owner).toList();
    }

    private static OwnerLine owner(List<TaskLine> tasks) {
        return new OwnerLine(
                tasks.get(0).owner(),
                tasks.get(0).ownerName(),
                tasks.size(),
                count(tasks, TaskState.DONE),
                (int) tasks.stream().filter(TaskLine::isLate).count(),
                count(tasks, TaskState.STOPPED),
                tasks.stream().mapToInt(task -> task.missing().size()).sum(),
                percent(tasks));
    }

    private static int count(List<TaskLine> tasks, TaskState state) {
        return (int) tasks.stream().filter(task -> task.state() == state).count();
    }
}
