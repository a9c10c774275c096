package io.haetae.remedy.task;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Zones;
import io.haetae.remedy.Parties;
import io.haetae.remedy.task.ProgrammeStore.Programme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Programmes of policy tasks: making and ending them, and how far they have come. */
@ApplicationScoped
public class ProgrammeService {

    static final String SUBJECT = "POLICY_PROGRAMME";

    private static final int WAITING = 20;

    private final ProgrammeStore store;
    private final TaskStore tasks;
    private final TaskViews views;
    private final Parties parties;
    private final Journal journal;
    private final Clock clock;

    ProgrammeService(
            ProgrammeStore store, TaskStore tasks, TaskViews views, Parties parties, Journal journal, Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.views = views;
        this.parties = parties;
        this.journal = journal;
        this.clock = clock;
    }

    /** Makes one that the actor's institution coordinates (OFFICER, AUTHORITY or SITUATION). */
    @Transactional
    public ProgrammeView make(@Valid TaskCommands.NewProgramme command) {
        Actor by = views.requireRole();
        return views.view(make(command, by.institution()), clock.instant());
    }

    /** The same for another institution, when an instance is set up (ADMIN). Says under which number. */
    @Transactional
    public String setUp(String coordinator, @Valid TaskCommands.NewProgramme command) {
        if (!parties.actor().hasAny(Role.ADMIN)) {
            throw new Refusal(KernelError.FORBIDDEN);
        }
        return make(command, coordinator).number();
    }

    private Programme make(TaskCommands.NewProgramme command, String coordinator) {
        Instant now = clock.instant();
        if (command.announcedOn().isAfter(LocalDate.ofInstant(now, Zones.SEOUL))) {
            throw Refusal.field("/announcedOn", "in-the-future", command.announcedOn());
        }
        long seq = store.nextSeq();
        Programme made = new Programme(
                Ids.at(now),
                seq,
                "PRG-%d-%04d".formatted(now.atZone(Zones.SEOUL).getYear(), seq),
                coordinator,
                stripped(command.title()),
                command.announcedOn(),
                stripped(command.source()),
                command.announcedTasks(),
                now,
                parties.actor().name(),
                null,
                null,
                Boolean.TRUE.equals(command.exercise()),
                List.of(),
                1);
        store.add(made);
        journal.record(
                "remedy.programme-made",
                SUBJECT,
                made.number(),
                Map.of(
                        "title", made.title().ko(),
                        "coordinator", coordinator,
                        "source", made.source().ko(),
                        "exercise", made.exercise()));
        return made;
    }

    private static LocalizedText stripped(LocalizedText text) {
        return new LocalizedText(text.ko().strip(), text.en().strip());
    }

    /** Those that concern the reader, the newest first. */
    @Transactional
    public Page<ProgrammeRow> list(int limit, @Nullable String cursor) {
        return Page.of(rows(false, seq(cursor), limit + 1), limit, row -> Cursor.of(row.seq()));
    }

    /** Those that the reader leads and has something to do about: reports are missing, or it is to be ended. */
    @Transactional
    public List<ProgrammeRow> mine() {
        return views.mayLead() ? rows(true, null, WAITING) : List.of();
    }

    private List<ProgrammeRow> rows(boolean waiting, @Nullable Long before, int most) {
        Instant now = clock.instant();
        return store.list(
                new ProgrammeStore.Reader(parties.seesEverything(), parties.own(), waiting),
                before,
                most,
                now,
                LocalDate.ofInstant(now, Zones.SEOUL));
    }

    private static @Nullable Long seq(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    /** One, or a refusal (404) when it concerns the reader in no way. */
    @Transactional
    public ProgrammeView get(String number) {
        return views.view(views.visible(number), clock.instant());
    }

    /** What a review meeting looks at: a month of every task, the one before the present when none is named. */
    @Transactional
    public MeetingSheet sheet(String number, @Nullable String month) {
        return views.sheet(views.visible(number), month(month), clock.instant());
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return TaskService.month(text);
    }

    /** Every task and month as a table for spreadsheets, in the reader's language. */
    @Transactional
    public String csv(String number, Locale language) {
        Programme programme = views.visible(number);
        return ProgrammeCsv.write(tasks.tasks(programme.id()), views.months(programme), clock.instant(), language);
    }

    /** Ends it: no report is owed any more (the coordinator). */
    @Transactional
    public ProgrammeView close(String number, @Valid TaskCommands.Reason said) {
        views.requireLead(views.visible(number).coordinator());
        Programme locked = store.lock(number).orElseThrow(Refusal::notFound);
        if (locked.closedAt() != null) {
            throw new Refusal(TaskError.CLOSED);
        }
        Instant now = clock.instant();
        store.close(locked.id(), now, said.reason().strip());
        journal.record(
                "remedy.programme-closed",
                SUBJECT,
                number,
                Map.of("reason", said.reason().strip()));
        return views.view(views.visible(number), now);
    }
}
