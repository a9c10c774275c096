package io.haetae.register.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Scope;
import io.haetae.register.DependencyCommand;
import io.haetae.register.DependencyService;
import io.haetae.register.SystemFilter;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.haetae.register.transfer.TableFile.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
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
    void write(SystemFilter filter, Scope scope, Format format, OutputStream out) throws IOException {
        try (SystemSheet sheet = format == Format.XLSX ? new XlsxOut(out) : new CsvOut(out)) {
            sheet.row(Columns.ALL);
            String after = null;
            while (true) {
                List<SystemView> page = systems.whole(filter, scope, after, PAGE);
                if (page.isEmpty()) {
                    return;
                }
                List<String> codes = page.stream().map(SystemView::code).toList();
                Map<String, Set<DependencyCommand>> on = dependencies.onEach(codes, filter.asOf());
                for (SystemView system : page) {
                    sheet.row(cells(system, on.getOrDefault(system.code(), Set.of())));
                }
                after = page.get(page.size() - 1).code();
            }
        }
    }

    private List<@Nullable Object> cells(SystemView system, Set<DependencyCommand> on) throws JsonProcessingException {
        List<@Nullable Object> cells = new ArrayList<>();
        for (String column : Columns.ALL) {
            @Nullable Object value = cell(system, column, on);
            if (value instanceof List<?> list) {
                cells.add(list.isEmpty() ? null : json.writeValueAsString(list));
            } else {
                cells.add(value);
            }
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
}
