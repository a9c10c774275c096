package io.haetae.register.transfer;

import io.haetae.register.SystemBatchService.Fate;
import java.util.List;
import java.util.Map;

/**
 * What became, or on a dry run would become, of a file.
 *
 * @param applied whether anything was written
 * @param counts rows by fate
 */
record ImportReport(boolean dryRun, boolean partial, boolean applied, Map<Fate, Integer> counts, List<Row> rows) {

    ImportReport {
        rows = List.copyOf(rows);
    }

    /** The rows a page shows: those refused first of all, else those that change something; not thousands of them. */
    public List<Row> notable() {
        boolean anyRefused = rows.stream().anyMatch(row -> row.outcome() == Fate.REFUSED);
        return rows.stream()
                .filter(row -> anyRefused ? row.outcome() == Fate.REFUSED : row.outcome() != Fate.UNCHANGED)
                .limit(200)
                .toList();
    }

    /** Whether the file was to be written and was not. */
    public boolean refused() {
        return !dryRun && !applied;
    }

    /**
     * One row.
     *
     * @param row as a spreadsheet counts: the header is row 1
     */
    record Row(int row, String code, Fate outcome, List<Wrong> errors) {}

    /**
     * One wrong field.
     *
     * @param field the column as the file names it
     * @param pointer JSON pointer of the field
     * @param message in the caller's language
     */
    record Wrong(String field, String pointer, String code, String message) {}
}
