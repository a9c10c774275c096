package io.haetae.register.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Scope;
import io.haetae.register.DependencyCommand;
import io.haetae.register.DependencyService;
import io.haetae.register.SystemFilter;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the register out as a file that spreadsheets open and that can be imported again. */
@ApplicationScoped
class ExportService {

    private static final int PAGE = 500;

    private final SystemService systems;
    private final DependencyService dependencies;
    private final ObjectMapper json;

    ExportService(SystemService systems, DependencyService dependencies, ObjectMapper json) {
        this.systems = systems;
        this.dependencies = dependencies;
        this.json = json;
    }

    /** Writes what the filter lists and the scope reaches, page by page. */
    void write(SystemFilter filter, Scope scope, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF'); // without it a Korean spreadsheet reads the file as CP949
        try (SequenceWriter rows = new CsvMapper().writerFor(List.class).writeValues(writer)) {
            rows.write(Columns.ALL);
            String after = null;
            while (true) {
                List<SystemView> page = systems.whole(filter, scope, after, PAGE);
                if (page.isEmpty()) {
                    return;
                }
                List<String> codes = page.stream().map(SystemView::code).toList();
                Map<String, Set<DependencyCommand>> on = dependencies.onEach(codes, filter.asOf());
                for (SystemView system : page) {
                    rows.write(cells(system, on.getOrDefault(system.code(), Set.of())));
                }
                after = page.get(page.size() - 1).code();
            }
        }
    }

    private List<String> cells(SystemView system, Set<DependencyCommand> on) throws JsonProcessingException {
        List<String> cells = new ArrayList<>();
        for (String column : Columns.ALL) {
            cells.add(guard(text(cell(system, column, on))));
        }
        return cells;
    }

    private static @Nullable Object cell(SystemView system, String column, Set<DependencyCommand> on) {
        return switch (column) {
            case Columns.CODE -> system.code();
            case "name.ko" -> system.name().ko();
            case "name.en" -> system.name().en();
            case "owner" -> system.owner();
            case "operator" -> system.operator();
            case "leadAgency" -> system.leadAgency();
            case "site" -> system.site();
            case "room" -> system.room();
            case "audience" -> system.audience();
            case "zone" -> system.zone();
            case "dataClass" -> system.dataClass();
            case "major" -> system.major();
            case "largeScale" -> system.largeScale();
            case "cloud" -> system.cloud();
            case "inServiceFrom" -> system.inServiceFrom();
            case "inServiceUntil" -> system.inServiceUntil();
            case Columns.GRADE -> system.systemGrade();
            case Columns.DEPENDENCIES ->
                on.stream().map(one -> one.on() + ":" + one.type()).sorted().collect(Collectors.joining("; "));
            default -> nested(system, column);
        };
    }

    private static @Nullable Object nested(SystemView system, String column) {
        LocalizedText text = system.publicText();
        var recovery = system.recovery();
        return switch (column) {
            case "recovery.rtoMinutes" -> recovery == null ? null : recovery.rtoMinutes();
            case "recovery.rpoMinutes" -> recovery == null ? null : recovery.rpoMinutes();
            case "publicText.ko" -> text == null ? null : text.ko();
            case "publicText.en" -> text == null ? null : text.en();
            case "externalIds" -> system.externalIds();
            case "services" -> system.services();
            case "contacts" -> system.contacts();
            case "resources" -> system.resources();
            default -> throw new IllegalArgumentException(column);
        };
    }

    private String text(@Nullable Object value) throws JsonProcessingException {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "" : json.writeValueAsString(list);
        }
        return value.toString();
    }

    /** Keeps a spreadsheet from running a cell as a formula; the import takes the mark off again. */
    static String guard(String cell) {
        return !cell.isEmpty() && CsvTable.FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
