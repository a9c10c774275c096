package io.haetae.register.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook with one sheet, written as it is made: what was written is not held in memory. */
final class XlsxOut implements SystemSheet {

    private static final int ROWS_AT_ONCE = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int written;

    XlsxOut(OutputStream out) {
        workbook = new Workbook(out, "Haetae", "1.0");
        sheet = workbook.newWorksheet("systems");
        sheet.freezePane(1, 1);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            @Nullable Object cell = cells.get(column);
            if (cell instanceof Number number) {
                sheet.value(written, column, number);
            } else if (cell instanceof Boolean truth) {
                sheet.value(written, column, truth);
            } else if (cell instanceof LocalDate day) {
                sheet.value(written, column, day);
                sheet.style(written, column).format("yyyy-mm-dd").set();
            } else if (cell != null && !cell.toString().isEmpty()) {
                sheet.value(written, column, cell.toString());
            }
        }
        if (written == 0) {
            sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
        }
        written++;
        if (written % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
