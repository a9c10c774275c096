package io.haetae.register.transfer;

import io.haetae.kernel.FieldError;
import io.haetae.kernel.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What became, or on a dry run would become, of a file.
 *
 * @param applied whether anything was written
 * @param counts rows by fate
 */
record ImportReport(boolean dryRun, boolean partial, boolean applied, Map<RowFate, Integer> counts, List<Row> rows) {

    ImportReport {
        rows = List.copyOf(rows);
    }

    /** Whether the file was to be written and was not. */
    public boolean refused() {
        return !dryRun && !applied;
    }

    /**
     * One row.
     *
     * @param row as a spreadsheet counts: the header is row 1
     * @param alike systems there are, then earlier rows, whose names are much like that of a new one, the likest first
     */
    record Row(int row, String code, RowFate outcome, List<Wrong> errors, List<Likeness> alike) {}

    /**
     * One wrong field, in nobody's language yet.
     *
     * @param field the column as the file names it
     */
    record Fault(String field, String pointer, String code, Map<String, Object> facts) {

        static Fault of(Table table, FieldError error) {
            String path = error.pointer().isEmpty()
                    ? Columns.CODE
                    : error.pointer().substring(1).replace('/', '.');
            return new Fault(table.header(path), error.pointer(), error.code(), error.facts());
        }

        Wrong in(Texts texts, Locale language) {
            String key = "field." + code;
            return new Wrong(
                    field, pointer, code, texts.text(language, texts.knows(key) ? key : "field.invalid", facts));
        }
    }

    /**
     * One wrong field.
     *
     * @param field the column as the file names it
     * @param pointer JSON pointer of the field
     * @param message in the caller's language
     */
    record Wrong(String field, String pointer, String code, String message) {}
}
