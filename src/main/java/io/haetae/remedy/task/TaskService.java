package io.haetae.remedy.task;

import io.haetae.audit.Journal;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.remedy.Parties;
import io.haetae.remedy.Steps.Move;
import io.haetae.remedy.task.ProgrammeStore.Programme;
import io.haetae.remedy.task.TaskStore.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tasks of programmes: adding and changing them, and the report of each month. */
@ApplicationScoped
public class TaskService {

    private static final int AWAITED = 20;

    private final TaskStore store;
    private final MonthStore months;
    private final Opening opening;
    private final TaskViews views;
    private final Parties parties;
    private final Journal journal;
    private final Clock clock;

    TaskService(
            TaskStore store,
            MonthStore months,
            Opening opening,
            TaskViews views,
            Parties parties,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.months = months;
        this.opening = opening;
        this.views = views;
        this.parties = parties;
        this.journal = journal;
        this.clock = clock;
    }

    /** Adds a task (the coordinator; ADMIN when an instance is set up): a report is owed every month from then on. */
    @Transactional
    public TaskView add(String programme, @Valid TaskCommands.NewTask command) {
        Programme of = views.visible(programme);
        if (!parties.actor().hasAny(Role.ADMIN)) {
            views.requireLead(of.coordinator());
        }
        if (of.closedAt() != null) {
            throw new Refusal(TaskError.CLOSED);
        }
        Instant now = clock.instant();
        YearMonth present = ReportMonths.of(now);
        YearMonth from = command.reportFrom() == null ? present : YearMonth.parse(command.reportFrom());
        List<FieldError> errors = unknown(command.owner(), command.partners());
        if (from.isAfter(present)) {
            errors.add(FieldError.of("/reportFrom", "in-the-future", from));
        }
        if (from.isBefore(YearMonth.from(of.announcedOn()))) {
            errors.add(new FieldError(
                    "/reportFrom",
                    "before-the-programme",
                    Map.of("value", from, "allowed", YearMonth.from(of.announcedOn()))));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        UUID id = Ids.at(now);
        if (!store.add(id, of.id(), command, from.minusMonths(1))) {
            throw new Refusal(TaskError.NUMBER_TAKEN, Map.of("value", command.number()));
        }
        opening.open(id, from, now);
        record(
                TaskStep.ADDED,
                programme,
                command.number(),
                Map.of("title", command.title().ko().strip(), "owner", command.owner(), "reportFrom", from.toString()));
        return views.task(of, command.number(), now);
    }

    private List<FieldError> unknown(String owner, List<String> partners) {
        List<FieldError> errors = new ArrayList<>();
        if (parties.find(owner).isEmpty()) {
            errors.add(FieldError.of("/owner", "unknown-institution", owner));
        }
        for (int i = 0; i < partners.size(); i++) {
            if (parties.find(partners.get(i)).isEmpty()) {
                errors.add(FieldError.of("/partners/" + i, "unknown-institution", partners.get(i)));
            }
        }
        return errors;
    }

    /** A task, or a refusal (404) when its programme concerns the reader in no way. */
    @Transactional
    public TaskView get(String programme, int number) {
        return views.task(views.visible(programme), number, clock.instant());
    }

    /** What the reader's office has to report (OFFICER); what is due first on top. */
    @Transactional
    public List<AwaitedReport> mine() {
        if (!parties.actor().hasAny(Role.OFFICER)) {
            return List.of();
        }
        return months.awaited(parties.own(), AWAITED).stream()
                .map(due -> new AwaitedReport(
                        due.programme(),
                        due.programmeTitle(),
                        due.number(),
                        due.title(),
                        due.owner(),
                        due.month().toString(),
                        due.dueAt(),
                        due.exercise()))
                .toList();
    }

    /** Gives a task another owner, other partners or another day (the coordinator), with the reason. */
    @Transactional
    public TaskView change(String programme, int number, @Valid TaskCommands.Content said) {
        Programme of = views.visible(programme);
        Task task = lock(of, number);
        views.requireLead(of.coordinator());
        Move<TaskStep, TaskState> move = TaskStep.TABLE.require(TaskStep.CONTENT, task.state(), TaskState.RUNNING);
        List<FieldError> errors = unknown(said.owner(), said.partners());
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        store.change(task.id(), said);
        record(
                move.rule(),
                programme,
                number,
                Map.of(
                        "owner", said.owner(),
                        "formerOwner", task.owner(),
                        "dueOn", String.valueOf(said.dueOn()),
                        "formerDueOn", String.valueOf(task.dueOn()),
                        "reason", said.reason().strip()));
        return views.task(of, number, clock.instant());
    }

    /** The report of a month (OFFICER of the owner or above it); one that is put again puts the former right. */
    @Transactional
    public TaskView report(String programme, int number, String monthText, @Valid TaskCommands.Report said) {
        Programme of = views.visible(programme);
        Task task = lock(of, number);
        if (!parties.answersFor(task.owner())) {
            throw new Refusal(TaskError.NOT_THE_OWNER);
        }
        YearMonth month = month(monthText);
        MonthStore.Month found =
                months.find(task.id(), month).orElseThrow(() -> Refusal.field("/month", "month-not-owed", monthText));
        boolean latest = !months.laterReported(task.id(), month);
        Move<TaskStep, TaskState> move = TaskStep.TABLE.require(
                TaskStep.REPORT, task.state(), latest ? said.state().state() : TaskState.RUNNING);
        check(said, latest);
        Instant now = clock.instant();
        boolean late = found.report() == null && !now.isBefore(found.dueAt());
        int revision = found.report() == null ? 1 : found.report().revision() + 1;
        months.report(task.id(), month, revision, said, late, parties.actor(), now);
        if (move.to() != task.state()) {
            store.state(task.id(), move.to());
            months.endAfter(task.id(), month);
        }
        record(
                move.rule(),
                programme,
                number,
                Map.of(
                        "month", month.toString(),
                        "revision", revision,
                        "percent", said.percent(),
                        "state", said.state(),
                        "late", late));
        return views.task(of, number, now);
    }

    private static void check(TaskCommands.Report said, boolean latest) {
        List<FieldError> errors = new ArrayList<>();
        if (said.state() == Progress.DONE && said.percent() != 100) {
            errors.add(FieldError.of("/percent", "done-is-100", said.percent()));
        }
        if (said.state().state() == TaskState.RUNNING
                && (said.next() == null || said.next().isBlank())) {
            errors.add(FieldError.of("/next", "required"));
        }
        if (!latest && said.state().state() != TaskState.RUNNING) {
            errors.add(FieldError.of("/state", "later-month-reported", said.state()));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** A task that was done or stopped goes on after all (the coordinator): reports are owed again from this month on. */
    @Transactional
    public TaskView reopen(String programme, int number, @Valid TaskCommands.Reason said) {
        Programme of = views.visible(programme);
        Task task = lock(of, number);
        views.requireLead(of.coordinator());
        Move<TaskStep, TaskState> move = TaskStep.TABLE.require(TaskStep.REOPENING, task.state(), TaskState.RUNNING);
        Instant now = clock.instant();
        YearMonth present = ReportMonths.of(now);
        store.state(task.id(), TaskState.RUNNING);
        opening.open(task.id(), present, now);
        months.oweFrom(task.id(), present, opening.nextOf(present, now));
        record(move.rule(), programme, number, Map.of("reason", said.reason().strip()));
        return views.task(of, number, now);
    }

    private Task lock(Programme of, int number) {
        Task task = store.lock(of.id(), number).orElseThrow(Refusal::notFound);
        if (of.closedAt() != null) {
            throw new Refusal(TaskError.CLOSED);
        }
        return task;
    }

    private void record(String rule, String programme, int number, Map<String, ?> data) {
        journal.record(rule, "POLICY_TASK", programme + "/" + number, data);
    }

    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.field("/month", "not-a-month", text);
        }
    }
}
