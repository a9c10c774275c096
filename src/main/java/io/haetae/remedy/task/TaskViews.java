package io.haetae.remedy.task;

import io.haetae.kernel.Actor;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Zones;
import io.haetae.remedy.Parties;
import io.haetae.remedy.Reminders;
import io.haetae.remedy.task.MonthStore.Month;
import io.haetae.remedy.task.ProgrammeStore.Programme;
import io.haetae.remedy.task.ProgrammeView.Cell;
import io.haetae.remedy.task.ProgrammeView.CellState;
import io.haetae.remedy.task.ProgrammeView.TaskLine;
import io.haetae.remedy.task.TaskStore.Task;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may see and do what with a programme, and what they see of it. */
@ApplicationScoped
class TaskViews {

    /** How many months the matrix shows. */
    private static final int MONTHS = 12;

    private final ProgrammeStore programmes;
    private final TaskStore store;
    private final MonthStore months;
    private final Parties parties;

    TaskViews(ProgrammeStore programmes, TaskStore store, MonthStore months, Parties parties) {
        this.programmes = programmes;
        this.store = store;
        this.months = months;
        this.parties = parties;
    }

    /** The actor, who may lead a programme at all; a refusal (403) of anybody else. */
    Actor requireRole() {
        if (!mayLead()) {
            throw new Refusal(KernelError.FORBIDDEN);
        }
        return parties.actor();
    }

    /** Whether the actor may lead programmes at all: of its institution and those below it. */
    boolean mayLead() {
        return parties.actor().hasAny(Role.OFFICER, Role.AUTHORITY, Role.SITUATION);
    }

    private boolean leads(String coordinator) {
        return mayLead() && parties.isOn(coordinator);
    }

    /** Refuses (403) unless the actor's institution coordinates it or stands above the one that does. */
    void requireLead(String coordinator) {
        if (!leads(coordinator)) {
            throw new Refusal(TaskError.NOT_THE_COORDINATOR);
        }
    }

    /** A programme, or a refusal (404) when it concerns the reader in no way. */
    Programme visible(String number) {
        Programme found = programmes.find(number).orElseThrow(Refusal::notFound);
        if (!parties.seesEverything() && !programmes.concerns(found.id(), parties.own())) {
            throw Refusal.notFound();
        }
        return found;
    }

    List<Month> months(Programme of) {
        return months.ofProgramme(of.id());
    }

    ProgrammeView view(Programme of, Instant now) {
        return view(of, months(of), now);
    }

    private ProgrammeView view(Programme of, List<Month> all, Instant now) {
        List<YearMonth> shown = shown(all);
        Map<UUID, List<Month>> byTask = all.stream().collect(Collectors.groupingBy(Month::task));
        List<TaskLine> lines = store.tasks(of.id()).stream()
                .map(task -> line(task, byTask.getOrDefault(task.id(), List.of()), shown, now))
                .toList();
        return new ProgrammeView(
                of.number(),
                of.title(),
                of.coordinator(),
                of.announcedOn(),
                of.source(),
                of.announcedTasks(),
                of.createdAt(),
                of.name(),
                of.closedAt(),
                of.closing(),
                shown.stream().map(YearMonth::toString).toList(),
                lines,
                Standing.owners(lines.stream().filter(line -> !line.example()).toList()),
                of.exercise(),
                of.former(),
                leads(of.coordinator()),
                of.version());
    }

    private static List<YearMonth> shown(List<Month> all) {
        List<YearMonth> distinct =
                all.stream().map(Month::month).distinct().sorted().toList();
        return distinct.subList(Math.max(0, distinct.size() - MONTHS), distinct.size());
    }

    private static TaskLine line(Task task, List<Month> months, List<YearMonth> shown, Instant now) {
        Map<YearMonth, Month> byMonth = new LinkedHashMap<>();
        months.forEach(month -> byMonth.put(month.month(), month));
        Optional<TaskView.Report> last = months.stream()
                .map(Month::report)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .reduce((earlier, later) -> later);
        return new TaskLine(
                task.number(),
                task.title(),
                task.kind(),
                task.owner(),
                task.ownerName(),
                task.partners(),
                task.former(),
                task.dueOn(),
                task.example(),
                task.state(),
                last.map(TaskView.Report::percent).orElse(0),
                last.map(TaskView.Report::state).orElse(null),
                task.isOverdue(LocalDate.ofInstant(now, Zones.SEOUL)),
                months.stream()
                        .filter(month -> month.isMissing(now))
                        .map(month -> month.month().toString())
                        .toList(),
                shown.stream()
                        .map(month -> cell(month, byMonth.get(month), now))
                        .toList());
    }

    private static Cell cell(YearMonth month, @Nullable Month found, Instant now) {
        if (found == null || found.report() == null) {
            CellState state = found == null || !found.owed()
                    ? CellState.NONE
                    : found.isMissing(now) ? CellState.MISSING : CellState.AWAITED;
            return new Cell(month.toString(), state, null, false);
        }
        TaskView.Report report = found.report();
        return new Cell(month.toString(), CellState.valueOf(report.state().name()), report.percent(), report.late());
    }

    /** A month of every task; the one before the present, if it was owed, when none is named. */
    MeetingSheet sheet(Programme of, @Nullable YearMonth asked, Instant now) {
        List<Month> all = months(of);
        List<YearMonth> shown = shown(all);
        YearMonth before = ReportMonths.of(now).minusMonths(1);
        YearMonth month = asked != null ? asked : shown.contains(before) ? before : ReportMonths.of(now);
        Map<UUID, Map<YearMonth, Month>> byTask = new LinkedHashMap<>();
        all.forEach(one -> byTask.computeIfAbsent(one.task(), task -> new LinkedHashMap<>())
                .put(one.month(), one));
        ProgrammeView view = view(of, all, now);
        Map<Integer, UUID> ids = store.tasks(of.id()).stream().collect(Collectors.toMap(Task::number, Task::id));
        List<MeetingSheet.Line> lines = new ArrayList<>();
        for (TaskLine task : view.tasks()) {
            Map<YearMonth, Month> own = byTask.getOrDefault(ids.get(task.number()), Map.of());
            Month present = own.get(month);
            Month former = own.get(month.minusMonths(1));
            lines.add(new MeetingSheet.Line(
                    task,
                    former == null || former.report() == null
                            ? null
                            : former.report().percent(),
                    present != null && present.isMissing(now),
                    present == null ? null : present.report()));
        }
        return new MeetingSheet(view, month.toString(), lines);
    }

    TaskView task(Programme of, int number, Instant now) {
        Task task = store.task(of.id(), number).orElseThrow(Refusal::notFound);
        return new TaskView(
                task.programme(),
                task.programmeTitle(),
                task.number(),
                task.title(),
                task.kind(),
                task.owner(),
                task.ownerName(),
                task.partners(),
                task.former(),
                task.dueOn(),
                task.isOverdue(LocalDate.ofInstant(now, Zones.SEOUL)),
                task.note(),
                task.source(),
                task.example(),
                task.exercise(),
                task.state(),
                monthsOf(task, now),
                allowed(task),
                task.version());
    }

    private List<TaskView.Month> monthsOf(Task task, Instant now) {
        Map<YearMonth, List<Month>> byMonth = months.ofTask(task.id()).stream()
                .collect(Collectors.groupingBy(Month::month, LinkedHashMap::new, Collectors.toList()));
        List<TaskView.Month> views = new ArrayList<>();
        byMonth.forEach((month, found) -> {
            Month first = found.get(0);
            if (first.owed() || first.report() != null) {
                views.add(new TaskView.Month(
                        month.toString(),
                        first.dueAt(),
                        Reminders.lastDay(first.dueAt()),
                        first.isMissing(now),
                        found.stream()
                                .map(Month::report)
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull)
                                .toList()));
            }
        });
        return views;
    }

    private List<String> allowed(Task task) {
        if (task.closed()) {
            return List.of();
        }
        boolean leads = leads(task.coordinator());
        boolean reports = parties.answersFor(task.owner());
        return TaskStep.TABLE.from(task.state()).stream()
                .filter(step -> step == TaskStep.REPORT ? reports : leads)
                .map(TaskStep::noun)
                .toList();
    }
}
