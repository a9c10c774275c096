package io.haetae.register.transfer;

import io.haetae.kernel.Refusal;
import io.haetae.register.transfer.Table.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file of rows with a header, whatever it was written as.
 *
 * @param lines those with anything in them
 */
record TableFile(Format format, List<String> headers, List<Line> lines) {

    /** Well beyond the number of systems that the whole government has. */
    static final int MAX_ROWS = 50_000;

    /** Well beyond the number of fields that a system has, lists with cells of their own counted in. */
    static final int MAX_COLUMNS = 500;

    /** What a file is written as. */
    enum Format {
        CSV("text/csv;charset=UTF-8", "csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

        private final String mediaType;
        private final String ending;

        Format(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        String mediaType() {
            return mediaType;
        }

        String ending() {
            return ending;
        }
    }

    /** Reads a file, told by its first bytes; refuses one that is no table. */
    static TableFile read(byte[] file) {
        boolean spreadsheet = XlsxFile.is(file);
        List<Line> rows = spreadsheet ? XlsxFile.rows(file) : CsvFile.rows(file);
        List<Line> filled = rows.stream().filter(line -> !line.blank()).toList();
        if (filled.size() < 2) {
            throw new Refusal(TransferError.NO_ROWS);
        }
        return new TableFile(
                spreadsheet ? Format.XLSX : Format.CSV,
                headers(filled.get(0)),
                List.copyOf(filled.subList(1, filled.size())));
    }

    /** Columns without a name at the end are what spreadsheets leave behind. */
    private static List<String> headers(Line first) {
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < first.cells().size(); i++) {
            headers.add(first.cell(i));
        }
        while (headers.get(headers.size() - 1).isEmpty()) {
            headers.remove(headers.size() - 1);
        }
        if (headers.size() > MAX_COLUMNS) {
            throw new Refusal(TransferError.TOO_MANY_COLUMNS, Map.of("limit", MAX_COLUMNS));
        }
        return headers;
    }

    /** Refuses one row too many. */
    static void checkRows(int rows) {
        if (rows > MAX_ROWS + 1) {
            throw new Refusal(TransferError.TOO_MANY_ROWS, Map.of("limit", MAX_ROWS));
        }
    }
}
