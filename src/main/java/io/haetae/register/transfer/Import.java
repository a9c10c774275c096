package io.haetae.register.transfer;

import io.haetae.kernel.FieldError;
import io.haetae.register.BatchOptions;
import io.haetae.register.DependencyCommand;
import io.haetae.register.DependencyService;
import io.haetae.register.SystemBatchService;
import io.haetae.register.SystemBatchService.Fate;
import io.haetae.register.SystemBatchService.Saved;
import io.haetae.register.SystemCommand;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.haetae.register.transfer.RowReader.Read;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
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

    private final SystemService systems;
    private final SystemBatchService batch;
    private final DependencyService dependencies;
    private final RowReader reader;
    private final Clock clock;

    Import(
            SystemService systems,
            SystemBatchService batch,
            DependencyService dependencies,
            RowReader reader,
            Clock clock) {
        this.systems = systems;
        this.batch = batch;
        this.dependencies = dependencies;
        this.reader = reader;
        this.clock = clock;
    }

    /** A row and its fate. */
    record Judged(Read read, Fate fate, List<FieldError> errors) {

        boolean refused() {
            return fate == Fate.REFUSED;
        }
    }

    /** What writing each row would do. */
    List<Judged> judge(CsvTable table) {
        int column = table.paths().indexOf(Columns.CODE);
        Map<String, SystemView> present =
                byCode(table.lines().stream().map(line -> line.cell(column)).toList());
        List<Read> rows = table.lines().stream()
                .map(line -> reader.read(table, line, present.get(line.cell(column))))
                .toList();
        List<Judged> judged = judgeSystems(rows);
        return table.paths().contains(Columns.DEPENDENCIES) ? judgeDependencies(judged) : judged;
    }

    private List<Judged> judgeSystems(List<Read> rows) {
        List<SystemCommand> commands = new ArrayList<>();
        for (Read row : rows) {
            if (row.system() != null) {
                commands.add(row.system());
            }
        }
        List<Saved> fates = batch.save(commands, new BatchOptions(true, true, false, clock.instant(), Map.of()));
        List<Judged> judged = new ArrayList<>();
        int next = 0;
        for (Read row : rows) {
            if (row.system() == null) {
                judged.add(new Judged(row, Fate.REFUSED, row.errors()));
            } else {
                Saved fate = fates.get(next++);
                judged.add(new Judged(row, fate.fate(), fate.errors()));
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
                    .filter(row -> !row.refused())
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
        if (row.refused()) {
            return row;
        }
        String code = row.read().code();
        List<DependencyCommand> wanted = dependenciesOf(row);
        List<FieldError> errors = DependencyService.check(code, wanted, known).stream()
                .map(error -> new FieldError("/" + Columns.DEPENDENCIES + error.pointer(), error.code(), error.facts()))
                .toList();
        if (!errors.isEmpty()) {
            return new Judged(row.read(), Fate.REFUSED, errors);
        }
        boolean same = before.getOrDefault(code, Set.of()).equals(Set.copyOf(wanted));
        return row.fate() == Fate.UNCHANGED && !same ? new Judged(row.read(), Fate.CHANGED, List.of()) : row;
    }

    /** Writes the rows that are not refused. */
    void write(List<Judged> judged) {
        List<SystemCommand> commands = new ArrayList<>();
        Map<String, List<DependencyCommand>> wanted = new LinkedHashMap<>();
        for (Judged row : judged) {
            if (!row.refused()) {
                commands.add(Objects.requireNonNull(row.read().system()));
                @Nullable List<DependencyCommand> on = row.read().dependencies();
                if (on != null) {
                    wanted.put(row.read().code(), on);
                }
            }
        }
        batch.save(commands, new BatchOptions(false, false, false, clock.instant(), Map.of()));
        if (!wanted.isEmpty()) {
            dependencies.replaceAll(wanted, clock.instant());
        }
    }

    private static List<DependencyCommand> dependenciesOf(Judged row) {
        return Objects.requireNonNullElse(row.read().dependencies(), List.of());
    }

    private Map<String, SystemView> byCode(Collection<String> codes) {
        return systems.find(codes).stream().collect(Collectors.toMap(SystemView::code, Function.identity()));
    }
}
