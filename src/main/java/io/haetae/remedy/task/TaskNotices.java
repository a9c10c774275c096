package io.haetae.remedy.task;

import io.haetae.remedy.Parties;
import io.haetae.remedy.Telling;
import io.haetae.remedy.task.MonthStore.Due;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reminds owners of the months they owe, and tells coordinators which reports are missing. */
@ApplicationScoped
class TaskNotices {

    private final Telling telling;
    private final Parties parties;

    TaskNotices(Telling telling, Parties parties) {
        this.telling = telling;
        this.parties = parties;
    }

    /** One message for all months of a task. */
    void reminded(List<Due> months, Instant now) {
        Due first = months.get(0);
        boolean late = months.stream().anyMatch(due -> !now.isBefore(due.dueAt()));
        telling.officers(
                message(
                        first,
                        parties.keys(first.owner(), first.coordinator()),
                        late ? "late" : "near",
                        first.number() + ":" + now,
                        Map.of(
                                "number", first.programme(),
                                "task", first.number(),
                                "titleKo", first.title().ko(),
                                "titleEn", first.title().en(),
                                "months",
                                        months.stream()
                                                .map(due -> due.month().toString())
                                                .collect(Collectors.joining(", ")))),
                Set.of(first.owner()));
    }

    /** One message for all missing reports of a programme. */
    void missing(List<Due> months, Instant now) {
        Due first = months.get(0);
        String tasks = months.stream()
                .map(due -> due.number() + " (" + due.owner() + " " + due.month() + ")")
                .collect(Collectors.joining(", "));
        telling.officers(
                message(
                        first,
                        Set.of(first.coordinator()),
                        "missing",
                        now.toString(),
                        Map.of(
                                "number", first.programme(),
                                "titleKo", first.programmeTitle().ko(),
                                "titleEn", first.programmeTitle().en(),
                                "count", months.size(),
                                "tasks", tasks)),
                Set.of(first.coordinator()));
    }

    private static Telling.Message message(
            Due of, Set<String> scope, String key, String occasion, Map<String, Object> facts) {
        return new Telling.Message(
                ProgrammeService.SUBJECT,
                of.programme(),
                scope,
                "remedy.task.notice." + key,
                occasion,
                facts,
                of.exercise());
    }
}
