package io.haetae.register.transfer;

import io.haetae.kernel.Refusal;
import io.haetae.register.transfer.Table.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads the first visible sheet of a workbook, row by row, once it is known how large it is when unpacked. */
final class XlsxFile {

    /** Unpacked, product default: 50,000 systems with everything told of them are about 120 MB. */
    static final long MOST_UNPACKED = 160L << 20;

    /** Product default: a workbook has a dozen parts, and a few more for each sheet. */
    static final int MOST_PARTS = 2_000;

    private static final byte[] BEGINNING = {'P', 'K', 3, 4};
    private static final int BLOCK = 64 * 1024;

    private XlsxFile() {}

    static boolean is(byte[] file) {
        return file.length > BEGINNING.length && Arrays.equals(Arrays.copyOf(file, BEGINNING.length), BEGINNING);
    }

    static List<Line> rows(byte[] file) {
        try {
            measure(file);
            return read(file);
        } catch (IOException | ExcelReaderException e) {
            throw new Refusal(TransferError.NO_XLSX);
        }
    }

    /** A few kilobytes may stand for gigabytes: everything is unpacked once and thrown away before it is read. */
    private static void measure(byte[] file) throws IOException {
        byte[] block = new byte[BLOCK];
        long unpacked = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                throw tooLarge();
            }
            for (ZipArchiveEntry part : parts) {
                try (InputStream in = zip.getInputStream(part)) {
                    for (int read = in.read(block); read >= 0; read = in.read(block)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED) {
                            throw tooLarge();
                        }
                    }
                }
            }
        }
    }

    private static Refusal tooLarge() {
        return new Refusal(TransferError.TOO_LARGE, Map.of("limit", MOST_UNPACKED >> 20));
    }

    private static List<Line> read(byte[] file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (ReadableWorkbook workbook = open(file)) {
            Sheet sheet = workbook.getSheets()
                    .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseThrow(() -> new Refusal(TransferError.NO_ROWS));
            XlsxCell cells = new XlsxCell(workbook.isDate1904());
            try (Stream<Row> rows = sheet.openStream()) {
                rows.forEach(row -> {
                    lines.add(line(row, cells));
                    TableFile.checkRows(lines.size());
                });
            }
        }
        return lines;
    }

    /** With the formats of cells, which tell dates from numbers; a workbook without any styles has none. */
    private static ReadableWorkbook open(byte[] file) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(new ByteArrayInputStream(file), ReadingOptions.DEFAULT_READING_OPTIONS);
        }
    }

    /** Cells far to the right are left alone: nobody has named them, and each costs a place in every row. */
    private static Line line(Row row, XlsxCell texts) {
        int width = Math.min(row.getCellCount(), TableFile.MAX_COLUMNS + 1);
        List<String> cells = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : texts.text(cell));
        }
        return new Line(row.getRowNum(), cells);
    }
}
