package io.haetae.register.transfer;

import io.haetae.register.transfer.Decided.Decision;
import io.haetae.register.transfer.ImportReport.Wrong;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the report of an import.
 *
 * @param row as a spreadsheet counts: the header is row 1
 * @param alike systems there are, then earlier rows, whose names are much like its own, the likest first
 * @param decision what a person said of it
 * @param sameAs the system that it is, when a person said so
 */
record ImportRow(
        int row,
        String code,
        String name,
        RowFate outcome,
        List<Wrong> errors,
        List<Likeness> alike,
        @Nullable Decision decision,
        @Nullable String sameAs) {

    ImportRow {
        errors = List.copyOf(errors);
        alike = List.copyOf(alike);
    }

    /** What was decided, as a form field names it. */
    public String said() {
        return decision == null ? "" : sameAs == null ? decision.name() : "SAME:" + sameAs;
    }

    /** Which rows to show. */
    enum Show {
        ALL,
        REFUSED,
        ALIKE,
        CHANGING
    }
}
