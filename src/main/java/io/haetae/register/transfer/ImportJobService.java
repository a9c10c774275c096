package io.haetae.register.transfer;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Role;
import io.haetae.kernel.TakenFile;
import io.haetae.kernel.Texts;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.haetae.register.transfer.Decided.Decision;
import io.haetae.register.transfer.ImportCommands.RowDecision;
import io.haetae.register.transfer.ImportJobs.Kept;
import io.haetae.register.transfer.ImportJobs.Trouble;
import io.haetae.register.transfer.ImportRow.Show;
import io.haetae.register.transfer.ImportView.MappedColumn;
import io.haetae.register.transfer.ImportView.Problem;
import io.haetae.register.transfer.ImportView.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file brought into the register step by step: columns, a look, decisions of people, and then all of it at once. */
@ApplicationScoped
class ImportJobService {

    private static final int LATEST = 10;
    private static final int SAMPLE = 60;

    private final ImportJobs jobs;
    private final ImportRows rows;
    private final SystemService systems;
    private final CurrentActor actor;
    private final Texts texts;
    private final RequestLanguage language;
    private final Clock clock;

    ImportJobService(
            ImportJobs jobs,
            ImportRows rows,
            SystemService systems,
            CurrentActor actor,
            Texts texts,
            RequestLanguage language,
            Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.systems = systems;
        this.actor = actor;
        this.texts = texts;
        this.language = language;
        this.clock = clock;
    }

    /** Keeps a file. When all of its columns go by published names it is looked at straight away. */
    @Transactional
    public ImportView begin(String givenName, byte[] content) {
        Actor who = actor.require(Role.ADMIN, Role.OFFICER);
        TableFile file = TableFile.read(content);
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        String name = TakenFile.plain(givenName);
        jobs.add(
                id,
                who.username(),
                name.isEmpty() ? "systems." + file.format().ending() : name,
                file.format(),
                content,
                now);
        List<@Nullable String> guessed = ColumnGuess.of(file.headers());
        boolean published = file.headers().stream().allMatch(header -> Columns.path(header) != null)
                && !guessed.contains(null)
                && guessed.contains(Columns.CODE);
        jobs.map(id, columns(file, guessed), file.lines().size(), published);
        return view(id);
    }

    /** Says what the columns mean; the file is then looked at. */
    @Transactional
    public ImportView map(UUID id, ImportCommands.Mapping mapping) {
        ImportView job = mine(id);
        List<@Nullable String> paths = new ArrayList<>();
        job.columns().forEach(column -> paths.add(null));
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            ImportCommands.ColumnField said = mapping.columns().get(i);
            String pointer = "/columns/" + i;
            if (said.column() > paths.size()) {
                errors.add(FieldError.of(pointer + "/column", "no-such-column", said.column()));
            } else if (!Columns.knows(said.field())) {
                errors.add(FieldError.of(pointer + "/field", "no-such-field", said.field()));
            } else if (paths.contains(said.field())) {
                errors.add(FieldError.of(pointer + "/field", "duplicate", said.field()));
            } else {
                paths.set(said.column() - 1, said.field());
            }
        }
        if (!paths.contains(Columns.CODE)) {
            errors.add(FieldError.of("/columns", "code-column-needed"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        List<MappedColumn> columns = job.columns().stream()
                .map(each ->
                        new MappedColumn(each.column(), each.header(), each.sample(), paths.get(each.column() - 1)))
                .toList();
        if (!jobs.map(id, columns, job.progress().rows(), true)) {
            throw new Refusal(TransferError.NOT_NOW);
        }
        return view(id);
    }

    /** Says what becomes of rows that look like a system there is. */
    @Transactional
    public ImportView decide(UUID id, ImportCommands.Decisions command) {
        ImportView job = mine(id);
        List<RowDecision> decisions = command.decisions();
        Set<String> known =
                systems
                        .find(decisions.stream()
                                .map(RowDecision::as)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .filter(system -> system.endedAt() == null)
                        .map(SystemView::code)
                        .collect(Collectors.toSet());
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            RowDecision said = decisions.get(i);
            boolean same = said.decision() == Decision.SAME;
            if (same != (said.as() != null)) {
                errors.add(FieldError.of("/decisions/" + i + "/as", same ? "required" : "only-with-same"));
            } else if (same && !known.contains(said.as())) {
                errors.add(
                        FieldError.of("/decisions/" + i + "/as", "unknown-system", Objects.requireNonNull(said.as())));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        if (job.state() != State.CHECKED) {
            throw new Refusal(TransferError.NOT_NOW);
        }
        if (rows.said(id, decisions) != decisions.size()) {
            throw Refusal.field("/decisions", "no-such-row", decisions.size());
        }
        return view(id);
    }

    /** Has the file written, all of it or, if asked, the rows that are right. */
    @Transactional
    public ImportView apply(UUID id, ImportCommands.Application command) {
        ImportView job = mine(id);
        if (command.undecided() == Decision.SAME) {
            throw Refusal.field("/undecided", "new-or-skip", "SAME");
        }
        if (command.undecided() == null && job.open() > 0) {
            throw Refusal.field("/undecided", "rows-undecided", job.open());
        }
        if (!jobs.apply(id, command.partial(), command.undecided())) {
            throw new Refusal(TransferError.NOT_NOW);
        }
        return view(id);
    }

    /** How far it is. */
    @Transactional
    public ImportView get(UUID id) {
        return mine(id);
    }

    /** The latest ones of whoever asks. */
    @Transactional
    public List<ImportView> latest() {
        Actor who = actor.require(Role.ADMIN, Role.OFFICER);
        return jobs.latest(who.username(), LATEST).stream().map(this::told).toList();
    }

    /** Some of the report. */
    @Transactional
    public Page<ImportRow> rows(UUID id, Show show, int limit, @Nullable String cursor) {
        mine(id);
        int after = cursor == null ? 0 : row(cursor);
        return Page.of(rows.list(id, show, after, limit + 1, language.get()), limit, row -> Cursor.of(row.row()));
    }

    private static int row(String cursor) {
        try {
            return Integer.parseInt(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    /** An import belongs to whoever brought it in; an administrator sees all. */
    private ImportView mine(UUID id) {
        Actor who = actor.require(Role.ADMIN, Role.OFFICER);
        return jobs.find(id)
                .filter(job -> who.hasAny(Role.ADMIN) || job.view().createdBy().equals(who.username()))
                .map(this::told)
                .orElseThrow(Refusal::notFound);
    }

    private ImportView view(UUID id) {
        return told(jobs.find(id).orElseThrow());
    }

    private ImportView told(Kept kept) {
        Trouble trouble = kept.trouble();
        return trouble == null ? kept.view() : kept.view().with(problem(trouble));
    }

    private Problem problem(Trouble trouble) {
        String key = "error." + trouble.code();
        return new Problem(
                trouble.code(),
                texts.text(language.get(), key + ".title", trouble.facts()),
                texts.text(language.get(), key + ".detail", trouble.facts()));
    }

    private static List<MappedColumn> columns(TableFile file, List<@Nullable String> guessed) {
        List<MappedColumn> columns = new ArrayList<>();
        for (int i = 0; i < file.headers().size(); i++) {
            columns.add(new MappedColumn(i + 1, file.headers().get(i), sample(file, i), guessed.get(i)));
        }
        return columns;
    }

    private static String sample(TableFile file, int column) {
        return file.lines().stream()
                .map(line -> line.cell(column))
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .map(cell -> cell.length() > SAMPLE ? cell.substring(0, SAMPLE) + "…" : cell)
                .orElse("");
    }
}
