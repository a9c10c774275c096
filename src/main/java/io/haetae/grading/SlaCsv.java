package io.haetae.grading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report of service levels as a table for spreadsheets. */
final class SlaCsv {

    static final String TYPE = "text/csv;charset=UTF-8";

    /** Without it the usual spreadsheet reads Hangul as Latin letters. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final List<String> COLUMNS = List.of(
            "month",
            "code",
            "name",
            "systemGrade",
            "operatingMinutes",
            "downMinutes",
            "failures",
            "longestMinutes",
            "availability",
            "target",
            "state");

    private static final ObjectWriter WRITER = writer();

    private SlaCsv() {}

    private static ObjectWriter writer() {
        CsvSchema.Builder schema = CsvSchema.builder();
        COLUMNS.forEach(schema::addColumn);
        return new CsvMapper().writer(schema.build().withHeader());
    }

    static String write(SlaReport report) {
        try {
            return BYTE_ORDER_MARK
                    + WRITER.writeValueAsString(report.systems().stream()
                            .map(line -> cells(report.month(), line))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text can always be written as CSV", e);
        }
    }

    private static List<String> cells(String month, SlaReport.Line line) {
        return List.of(
                month,
                line.code(),
                inert(line.name().ko()),
                text(line.systemGrade()),
                Long.toString(line.operatingMinutes()),
                Long.toString(line.downMinutes()),
                Integer.toString(line.failures()),
                Long.toString(line.longestMinutes()),
                text(line.availability()),
                text(line.target()),
                line.state().name());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** A cell that begins like a formula would be one in a spreadsheet. */
    private static String inert(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
