package io.haetae.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.haetae.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The journal as a table for spreadsheets. */
@ApplicationScoped
class JournalCsv {

    static final String TYPE = "text/csv;charset=UTF-8";

    /** Rows per answer; the rest is behind the Link header. */
    static final int ROWS = 10_000;

    /** Without it the usual spreadsheet reads Hangul as Latin letters. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final List<String> COLUMNS =
            List.of("id", "at", "actor", "institution", "action", "subjectKind", "subject", "data", "sealed", "hash");

    private final ObjectWriter writer;

    JournalCsv() {
        CsvSchema.Builder schema = CsvSchema.builder();
        COLUMNS.forEach(schema::addColumn);
        writer = new CsvMapper().writer(schema.build().withHeader());
    }

    String write(List<JournalRow> rows) {
        try {
            return BYTE_ORDER_MARK
                    + writer.writeValueAsString(
                            rows.stream().map(JournalCsv::cells).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text can always be written as CSV", e);
        }
    }

    private static List<String> cells(JournalRow row) {
        return List.of(
                Long.toString(row.id()),
                row.at().atZone(Zones.SEOUL).toOffsetDateTime().toString(),
                inert(row.actor()),
                inert(row.institution()),
                row.action(),
                inert(row.subjectKind()),
                inert(row.subject()),
                row.data() == null ? "" : row.data().toString(),
                Boolean.toString(row.sealed()),
                row.hash());
    }

    /** A cell that begins like a formula would be one in a spreadsheet. */
    private static String inert(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
