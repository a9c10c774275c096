package io.haetae.continuity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became, or on a dry run would become, of a file of receipts.
 *
 * @param applied whether anything was taken
 * @param taken how many were
 * @param refused how many rows are wrong
 */
record ReceiptReport(boolean dryRun, boolean partial, boolean applied, int taken, int refused, List<Row> rows) {

    static ReceiptReport of(boolean dryRun, boolean partial, List<Row> rows) {
        int taken = (int) rows.stream().filter(row -> row.number() != null).count();
        int refused = (int) rows.stream().filter(row -> !row.errors().isEmpty()).count();
        return new ReceiptReport(dryRun, partial, taken > 0, taken, refused, rows);
    }

    /** Whether the file was to be taken and was not. */
    public boolean rejected() {
        return !dryRun && !applied;
    }

    /** What a page shows: the wrong rows if there are any, not thousands of them. */
    public List<Row> notable() {
        return rows.stream()
                .filter(row -> refused == 0 || !row.errors().isEmpty())
                .limit(200)
                .toList();
    }

    /**
     * One row.
     *
     * @param row as a spreadsheet counts: the header is row 1
     * @param number it was taken under, null when it was not
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(int row, @Nullable String number, List<Wrong> errors) {}

    /** One wrong field, with the message in the caller's language. */
    record Wrong(String pointer, String code, String message) {}
}
