package io.haetae.remedy.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.haetae.remedy.task.MonthStore.Month;
import io.haetae.remedy.task.TaskStore.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tasks and months of a programme as a table for spreadsheets: one row for each month of a task. */
final class ProgrammeCsv {

    static final String TYPE = "text/csv;charset=UTF-8";

    /** Without it the usual spreadsheet reads Hangul as Latin letters. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final List<String> COLUMNS = List.of(
            "programme",
            "number",
            "title",
            "kind",
            "owner",
            "partners",
            "dueOn",
            "taskState",
            "exercise",
            "month",
            "state",
            "percent",
            "done",
            "next",
            "late",
            "missing");

    private static final ObjectWriter WRITER = writer();

    private ProgrammeCsv() {}

    private static ObjectWriter writer() {
        CsvSchema.Builder schema = CsvSchema.builder();
        COLUMNS.forEach(schema::addColumn);
        return new CsvMapper().writer(schema.build().withHeader());
    }

    static String write(List<Task> tasks, List<Month> months, Instant now, Locale language) {
        Map<UUID, List<Month>> byTask = months.stream().collect(Collectors.groupingBy(Month::task));
        List<List<String>> rows = new ArrayList<>();
        for (Task task : tasks) {
            for (Month month : byTask.getOrDefault(task.id(), List.of())) {
                rows.add(cells(task, month, now, language));
            }
        }
        try {
            return BYTE_ORDER_MARK + WRITER.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text can always be written as CSV", e);
        }
    }

    private static List<String> cells(Task task, Month month, Instant now, Locale language) {
        TaskView.Report report = month.report();
        return List.of(
                task.programme(),
                Integer.toString(task.number()),
                inert(task.title().in(language)),
                task.kind().name(),
                task.owner(),
                String.join(" ", task.partners()),
                text(task.dueOn()),
                task.state().name(),
                Boolean.toString(task.exercise()),
                month.month().toString(),
                report == null ? "" : report.state().name(),
                report == null ? "" : Integer.toString(report.percent()),
                report == null ? "" : inert(report.done()),
                report == null || report.next() == null ? "" : inert(report.next()),
                report == null ? "" : Boolean.toString(report.late()),
                Boolean.toString(month.isMissing(now)));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** A cell that begins like a formula would be one in a spreadsheet. */
    private static String inert(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
