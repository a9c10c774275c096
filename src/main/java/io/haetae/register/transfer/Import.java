package io.haetae.register.transfer;

import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.register.BatchOptions;
import io.haetae.register.DependencyCommand;
import io.haetae.register.DependencyService;
import io.haetae.register.SystemBatchService;
import io.haetae.register.SystemBatchService.Fate;
import io.haetae.register.SystemBatchService.Saved;
import io.haetae.register.SystemCommand;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.haetae.register.transfer.Decided.Decision;
import io.haetae.register.transfer.RowReader.Read;
import io.haetae.register.transfer.Table.Line;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the rows of a file and writes those that may stand. */
@ApplicationScoped
class Import {

    /** Rows written by one statement. */
    private static final int CHUNK = 2_000;

    /** A list of the whole government on a slow machine; what takes longer is broken off and nothing of it stands. */
    static final int LONGEST_SECONDS = 1_800;

    /** After how many rows it is told how far the look at them is. */
    private static final int STEP = 500;

    private final SystemService systems;
    private final SystemBatchService batch;
    private final DependencyService dependencies;
    private final RowReader reader;
    private final Codes codes;
    private final Clock clock;

    Import(
            SystemService systems,
            SystemBatchService batch,
            DependencyService dependencies,
            RowReader reader,
            Codes codes,
            Clock clock) {
        this.systems = systems;
        this.batch = batch;
        this.dependencies = dependencies;
        this.reader = reader;
        this.codes = codes;
        this.clock = clock;
    }

    /** A row and its fate. */
    record Judged(Read read, RowFate fate, List<FieldError> errors) {

        /** As a spreadsheet counts. */
        int number() {
            return read.line().number();
        }

        /** Whether it stays out, by its faults or by a person. */
        boolean out() {
            return refused() || fate == RowFate.SKIPPED;
        }

        boolean refused() {
            return fate == RowFate.REFUSED;
        }
    }

    /**
     * What writing each row would do.
     *
     * @param decided what people said of rows, by their number
     */
    List<Judged> judge(Table table, Map<Integer, Decided> decided, Steps steps) {
        int column = table.index(Columns.CODE);
        Map<String, String> renamed = renamed(table, decided, column);
        Map<String, SystemView> present = byCode(
                table.lines().stream().map(line -> code(line, column, decided)).toList());
        Codes.Book book = codes.book();
        List<Judged> rows = new ArrayList<>();
        for (Line line : table.lines()) {
            String code = code(line, column, decided);
            rows.add(read(table, line, code, decided.get(line.number()), present, book));
            if (rows.size() % STEP == 0) {
                steps.checked(rows.size());
            }
        }
        List<Judged> judged = judgeSystems(rows);
        judged = table.has(Columns.DEPENDENCIES) ? judgeDependencies(renamed(judged, renamed)) : judged;
        steps.checked(judged.size());
        return judged;
    }

    private Judged read(
            Table table,
            Line line,
            String code,
            @Nullable Decided said,
            Map<String, SystemView> present,
            Codes.Book book) {
        if (said != null && said.decision() == Decision.SKIP) {
            return new Judged(new Read(line, code, null, null, List.of()), RowFate.SKIPPED, List.of());
        }
        if (said != null && said.decision() == Decision.SAME && !present.containsKey(code)) {
            FieldError unknown = FieldError.of("/" + Columns.CODE, "unknown-system", code);
            return new Judged(new Read(line, code, null, null, List.of(unknown)), RowFate.REFUSED, List.of(unknown));
        }
        Read read = reader.read(table, line, code, present.get(code), book);
        return new Judged(read, read.system() == null ? RowFate.REFUSED : RowFate.UNCHANGED, read.errors());
    }

    private static String code(Line line, int column, Map<Integer, Decided> decided) {
        Decided said = decided.get(line.number());
        String as = said == null ? null : said.as();
        return as == null ? line.cell(column) : as;
    }

    /** The codes under which the file has systems that a person knows by another one. */
    private static Map<String, String> renamed(Table table, Map<Integer, Decided> decided, int column) {
        Map<String, String> renamed = new HashMap<>();
        for (Line line : table.lines()) {
            Decided said = decided.get(line.number());
            if (said != null && said.as() != null) {
                renamed.put(line.cell(column), said.as());
            }
        }
        return renamed;
    }

    /** What depends on a row by the code of the file depends on the system that the row is. */
    private static List<Judged> renamed(List<Judged> rows, Map<String, String> codes) {
        if (codes.isEmpty()) {
            return rows;
        }
        return rows.stream()
                .map(row -> {
                    Read read = row.read();
                    @Nullable List<DependencyCommand> on = read.dependencies();
                    if (on == null) {
                        return row;
                    }
                    List<DependencyCommand> meant = on.stream()
                            .map(one -> new DependencyCommand(codes.getOrDefault(one.on(), one.on()), one.type()))
                            .toList();
                    return new Judged(
                            new Read(read.line(), read.code(), read.system(), meant, read.errors()),
                            row.fate(),
                            row.errors());
                })
                .toList();
    }

    private List<Judged> judgeSystems(List<Judged> rows) {
        List<SystemCommand> commands = new ArrayList<>();
        for (Judged row : rows) {
            if (row.read().system() != null) {
                commands.add(row.read().system());
            }
        }
        List<Saved> fates = batch.save(commands, new BatchOptions(true, true, false, clock.instant(), Map.of()));
        List<Judged> judged = new ArrayList<>();
        int next = 0;
        for (Judged row : rows) {
            if (row.read().system() == null) {
                judged.add(row);
            } else {
                Saved fate = fates.get(next++);
                judged.add(new Judged(row.read(), RowFate.of(fate.fate()), fate.errors()));
            }
        }
        return judged;
    }

    /** Repeated, because a row refused for its dependencies may be what another row depends on. */
    private List<Judged> judgeDependencies(List<Judged> first) {
        Set<String> named = new HashSet<>();
        first.forEach(row -> dependenciesOf(row).forEach(one -> named.add(one.on())));
        Map<String, SystemView> registered = byCode(named);
        Map<String, Set<DependencyCommand>> before =
                dependencies.onEach(first.stream().map(row -> row.read().code()).toList());
        List<Judged> rows = first;
        while (true) {
            Map<String, Object> known = new HashMap<>(registered);
            rows.stream()
                    .filter(row -> !row.out())
                    .forEach(row -> known.put(row.read().code(), row));
            List<Judged> next = rows.stream()
                    .map(row -> withDependencies(row, known, before))
                    .toList();
            if (next.stream().filter(Judged::refused).count()
                    == rows.stream().filter(Judged::refused).count()) {
                return next;
            }
            rows = next;
        }
    }

    private static Judged withDependencies(
            Judged row, Map<String, Object> known, Map<String, Set<DependencyCommand>> before) {
        if (row.out()) {
            return row;
        }
        String code = row.read().code();
        List<DependencyCommand> wanted = dependenciesOf(row);
        List<FieldError> errors = DependencyService.check(code, wanted, known).stream()
                .map(error -> new FieldError("/" + Columns.DEPENDENCIES + error.pointer(), error.code(), error.facts()))
                .toList();
        if (!errors.isEmpty()) {
            return new Judged(row.read(), RowFate.REFUSED, errors);
        }
        boolean same = before.getOrDefault(code, Set.of()).equals(Set.copyOf(wanted));
        return row.fate() == RowFate.UNCHANGED && !same ? new Judged(row.read(), RowFate.CHANGED, List.of()) : row;
    }

    /** Writes the rows that stay in, some thousands at once, all in the caller's transaction. */
    void write(List<Judged> judged, Steps steps) {
        Instant at = clock.instant();
        List<Judged> in = judged.stream().filter(row -> !row.out()).toList();
        for (int from = 0; from < in.size(); from += CHUNK) {
            List<Judged> some = in.subList(from, Math.min(in.size(), from + CHUNK));
            List<SystemCommand> commands = some.stream()
                    .map(row -> Objects.requireNonNull(row.read().system()))
                    .toList();
            boolean stands = batch.save(commands, new BatchOptions(false, false, false, at, Map.of())).stream()
                    .noneMatch(saved -> saved.fate() == Fate.REFUSED);
            if (!stands) {
                throw new Refusal(TransferError.CHANGED_MEANWHILE);
            }
            steps.written(from + some.size());
        }
        Map<String, List<DependencyCommand>> wanted = new LinkedHashMap<>();
        for (Judged row : in) {
            @Nullable List<DependencyCommand> on = row.read().dependencies();
            if (on != null) {
                wanted.put(row.read().code(), on);
            }
        }
        if (!wanted.isEmpty()) {
            dependencies.replaceAll(wanted, at);
        }
    }

    /** How many rows have each fate. */
    static Map<RowFate, Integer> counts(List<Judged> judged) {
        Map<RowFate, Integer> counts = new EnumMap<>(RowFate.class);
        for (RowFate fate : RowFate.values()) {
            counts.put(fate, 0);
        }
        judged.forEach(one -> counts.merge(one.fate(), 1, Integer::sum));
        return counts;
    }

    private static List<DependencyCommand> dependenciesOf(Judged row) {
        return Objects.requireNonNullElse(row.read().dependencies(), List.of());
    }

    private Map<String, SystemView> byCode(Collection<String> codes) {
        return systems.find(codes).stream().collect(Collectors.toMap(SystemView::code, Function.identity()));
    }
}
